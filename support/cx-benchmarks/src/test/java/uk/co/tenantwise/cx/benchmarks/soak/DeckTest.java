package uk.co.tenantwise.cx.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeckTest {
    private static final List<Disturbance> ALL = Stream.of("a", "b", "c", "d")
            .map(name -> Disturbance.once(name, () -> {}))
            .toList();

    @Test
    void next_shouldDealEachOnceBeforeAnyComesAgain() {
        Deck deck = new Deck(ALL, new Random(1));

        for (int round = 0; round < 3; round++) {
            assertThat(Stream.generate(deck::next).limit(ALL.size())).containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void next_shouldDealTheSame_whenTheSeedIsTheSame() {
        Deck one = new Deck(ALL, new Random(7));
        Deck other = new Deck(ALL, new Random(7));

        assertThat(Stream.generate(one::next).limit(20))
                .containsExactlyElementsOf(
                        Stream.generate(other::next).limit(20).toList());
    }
}

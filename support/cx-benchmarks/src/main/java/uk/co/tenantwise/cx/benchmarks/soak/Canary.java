package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word that stands in all texts of one customer and of nobody else, so that it gives away where data have gone.
 *
 * @param word such as {@code cnry0042x1a2b3c4d}
 */
record Canary(String word) {
    private static final Pattern WORD = Pattern.compile("cnry[0-9]{4}x[0-9a-f]{8}");

    Canary {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("word must look like cnry0042x1a2b3c4d, was " + word);
        }
    }

    static Canary of(int customer, Random random) {
        return new Canary("cnry%04dx%08x".formatted(customer, random.nextInt()));
    }

    /** All canaries in a text, whoever they belong to. */
    static Set<Canary> in(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Canary::new)
                .collect(Collectors.toSet());
    }
}

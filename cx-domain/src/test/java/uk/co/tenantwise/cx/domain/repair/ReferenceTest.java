package uk.co.tenantwise.cx.domain.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The three kinds of reference obey one rule. */
class ReferenceTest {
    private static final List<Arguments> KINDS = List.of(
            kind("repair reference", RepairReference::new),
            kind("appointment id", AppointmentId::new),
            kind("contact reference", ContactReference::new));

    private static Arguments kind(String name, Function<String, Object> of) {
        return arguments(name, named(name, of));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("KINDS")
    void constructor_shouldRefuse_whenBlank(String name, Function<String, Object> of) {
        for (String blank : List.of("", " ", "\t", "\u2003")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of.apply(blank))
                    .withMessage(name + " must not be blank");
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("KINDS")
    void constructor_shouldRefuse_whenLongerThan200(String name, Function<String, Object> of) {
        assertThat(of.apply("x".repeat(200))).hasToString("x".repeat(200));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.apply("x".repeat(201)))
                .withMessage(name + " must have at most 200 characters, had 201");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("KINDS")
    void constructor_shouldRefuse_whenItHoldsAControlCharacter(String name, Function<String, Object> of) {
        for (String control : List.of("\u0000", "\t", "\n", "\r", "\u001b", "\u007f", "\u0085")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of.apply("A" + control + "1"))
                    .withMessage(name + " must hold printable characters only");
        }
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("oddButPrintable")
    void toString_shouldBeExactlyTheText_whenPrintable(String name, Function<String, Object> of, String text) {
        assertThat(of.apply(text)).hasToString(text).isEqualTo(of.apply(text));
    }

    static Stream<Arguments> oddButPrintable() {
        List<String> texts = List.of(
                "WO/2026/0001", "  with spaces  ", "a%2Fb?c=d&e#f;g+h", "..", "\\\"'<b>", "Ŵ é \u00a0 漢字 🔧", "00012");
        return KINDS.stream()
                .flatMap(kind -> texts.stream().map(text -> arguments(kind.get()[0], kind.get()[1], text)));
    }

    @Test
    void equals_shouldCompareExactly_whenOnlyCaseOrSpacesDiffer() {
        assertThat(new RepairReference("WO-1"))
                .isNotEqualTo(new RepairReference("wo-1"))
                .isNotEqualTo(new RepairReference("WO-1 "));
    }
}

package uk.co.tenantwise.cx.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogRulesTest {
    private final LogRules rules = new LogRules(List.of("a-pass-word"));

    @Test
    void check_shouldAccept_whenTheLogTellsNothing() {
        assertThat(rules.check("WARN Cx did not answer within PT2S\nINFO bearer tokens are accepted"))
                .isEmpty();
    }

    @Test
    void check_shouldFindDataOfCustomers() {
        assertThat(rules.check("WARN no such repair: cnry0042x0123abcd"))
                .containsExactly("the log holds data of customers: [Canary[word=cnry0042x0123abcd]]");
    }

    @Test
    void check_shouldFindASecretWithoutRepeatingIt() {
        assertThat(rules.check("DEBUG logging in with a-pass-word")).containsExactly("the log holds a secret");
    }

    @Test
    void check_shouldFindATokenOfCxOrOfOurs() {
        assertThat(rules.check("DEBUG Authorization: Bearer 0123456789abcdef"))
                .containsExactly("the log holds a token");
        assertThat(rules.check("DEBUG eyJhbGciOiJIUzI1NiJ9.e30")).containsExactly("the log holds a token");
    }
}

package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;

/** What every implementation of {@link ForProbingConnection} must do. */
public abstract class ProbingConnectionContract extends CxPortContract {
    /** For the implementations. */
    protected ProbingConnectionContract() {}

    /** The port under test, leading to {@link #cx}. */
    protected abstract ForProbingConnection probing();

    private ApiUrl url() {
        return connection().apiUrl();
    }

    @Test
    void steps_shouldPass_whenCxIsThere() {
        assertThatCode(() -> {
                    probing().resolveName(url());
                    probing().connect(url());
                    probing().logIn(connection());
                })
                .doesNotThrowAnyException();
    }

    @TestFactory
    Stream<DynamicTest> logIn_shouldThrowTheFault() {
        return faults(CxCall.LOG_IN, () -> probing().logIn(connection()));
    }

    @Test
    void clockAhead_shouldBeEmpty_whenCxHasNotAnswered() {
        probing().connect(url());

        assertThat(probing().clockAhead(url())).isEmpty();
    }

    @Test
    void clockAhead_shouldBeNothing_whenTheClocksAgree() {
        probing().logIn(connection());

        assertThat(probing().clockAhead(url())).contains(Duration.ZERO);
    }

    @Test
    void clockAhead_shouldTellTheDifference_whenTheClockOfCxIsWrong() {
        cx.setClock(Duration.ofMinutes(7));
        probing().logIn(connection());
        assertThat(probing().clockAhead(url())).contains(Duration.ofMinutes(7));

        cx.setClock(Duration.ofDays(-2));
        probing().logIn(connection());
        assertThat(probing().clockAhead(url())).contains(Duration.ofDays(-2));
    }

    @Test
    void clockAhead_shouldBeEmpty_whenItIsOfAnotherInstance() {
        probing().logIn(connection());

        assertThat(probing().clockAhead(ApiUrl.parse("https://cx.elsewhere.example.org")))
                .isEmpty();
    }
}

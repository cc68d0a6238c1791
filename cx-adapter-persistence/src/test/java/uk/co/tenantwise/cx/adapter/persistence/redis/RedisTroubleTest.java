package uk.co.tenantwise.cx.adapter.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class RedisTroubleTest {
    private final RedisTrouble trouble = new RedisTrouble();

    @Test
    void last_shouldNameKindAndCause_whenOneIsWithinTheOther() {
        trouble.note(new ExecutionException(
                new IllegalStateException("Unable to connect", new RuntimeException(new ConnectException("refused")))));

        assertThat(trouble.last()).isEqualTo("IllegalStateException: ConnectException");
        assertThat(trouble.count()).isEqualTo(1);
    }

    @Test
    void last_shouldHoldTheCodeOfRedisAndNoOtherWord_whenAFailureHasWords() {
        trouble.note(new IllegalStateException(
                "no connection", new RuntimeException("WRONGPASS invalid username-password pair canary")));

        assertThat(trouble.last()).isEqualTo("IllegalStateException: RuntimeException WRONGPASS");
    }

    @Test
    void last_shouldBeTheKindAlone_whenThereIsNoMessage() {
        trouble.note(new TimeoutException());

        assertThat(trouble.last()).isEqualTo("TimeoutException");
    }

    /** Guards against: a chain of causes that bites its tail. */
    @Test
    void last_shouldEnd_whenCausesGoInACircle() {
        RuntimeException first = new IllegalStateException();
        RuntimeException second = new IllegalArgumentException(first);
        first.initCause(second);
        trouble.note(first);

        assertThat(trouble.last()).startsWith("IllegalStateException");
    }
}

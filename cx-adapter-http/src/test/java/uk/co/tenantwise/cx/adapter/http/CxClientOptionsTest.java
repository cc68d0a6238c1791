package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CxClientOptionsTest {
    @Test
    void construction_shouldCutConnectTimeout_whenTheWholeCallIsShorter() {
        assertThat(CxClientOptions.DEFAULT
                        .withApiTimeout(Duration.ofMillis(300))
                        .connectTimeout())
                .isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void construction_shouldFail_whenATimeIsOutOfRange() {
        assertThatThrownBy(() -> CxClientOptions.DEFAULT.withApiTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("API time-out");
        assertThatThrownBy(() -> CxClientOptions.DEFAULT.withApiTimeout(Duration.ofMinutes(6)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CxClientOptions.DEFAULT.withConnectTimeout(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connect time-out");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void construction_shouldFail_whenTheNumberOfRequestsIsOutOfRange(int calls) {
        assertThatThrownBy(() -> CxClientOptions.DEFAULT.withMaxCalls(calls))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requests at a time");
    }

    @Test
    void construction_shouldFail_whenTheFirstByteTimeoutIsNone() {
        assertThatThrownBy(() -> CxClientOptions.DEFAULT.withFirstByteTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first byte");
    }

    @Test
    void construction_shouldFail_whenTheBodyLimitIsOutOfRange() {
        assertThatThrownBy(() -> CxClientOptions.DEFAULT.withMaxBodyBytes(1023))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body limit");
    }
}

package uk.co.tenantwise.cx.reliability.harness;

import java.time.Duration;

/** What a proxy does to the bytes that reach it. */
sealed interface ProxyRule {
    record Pass() implements ProxyRule {}

    record Hold() implements ProxyRule {}

    record HoldAnswers() implements ProxyRule {}

    record Drop() implements ProxyRule {}

    record Reset() implements ProxyRule {}

    record Latency(Duration time) implements ProxyRule {
        public Latency {
            if (!time.isPositive()) {
                throw new IllegalArgumentException("latency must be positive, was " + time);
            }
        }
    }

    record Rate(int bytesPerSecond) implements ProxyRule {
        public Rate {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("rate must be positive, was " + bytesPerSecond);
            }
        }
    }

    record CutAnswersAfter(long bytes) implements ProxyRule {
        public CutAnswersAfter {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes must not be negative, were " + bytes);
            }
        }
    }
}

package uk.co.tenantwise.cx.ports.driven;

/** Takes note of what happens. Must not throw and must not block. */
@FunctionalInterface
public interface ForObserving {
    /** Takes note of one thing. */
    void observe(Observation observation);
}

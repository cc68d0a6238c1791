package uk.co.tenantwise.cx.benchmarks.soak;

/**
 * A fault that comes and goes.
 *
 * @param name for the report
 * @param begin makes it; may take until it is over
 * @param heal ends it
 */
record Disturbance(String name, Step begin, Step heal) {
    /** Something that is done to the surroundings of the nodes. */
    @FunctionalInterface
    interface Step {
        /** Does it. @throws Exception when it cannot be done, which ends the run */
        void run() throws Exception;
    }

    /** A fault that is over as soon as it has happened. */
    static Disturbance once(String name, Step step) {
        return new Disturbance(name, step, () -> {});
    }
}

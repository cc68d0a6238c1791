package uk.co.tenantwise.cx.benchmarks.soak;

/**
 * An attempt as the nodes' database holds it.
 *
 * @param id its id
 * @param reference of the repair or visit
 * @param outcome its outcome
 * @param open whether the nodes still look for its outcome
 * @param sends how often it was sent to Cx
 */
record RecordedAttempt(String id, String reference, String outcome, boolean open, int sends) {}

package uk.co.tenantwise.cx.benchmarks.soak;

/**
 * The state of a node's process at one moment.
 *
 * @param node 1 or 2
 * @param pid the process, a new one after each start
 * @param minutes since the start of the run
 * @param heapMiB what is live on the heap after a full collection
 * @param threads platform threads
 * @param files open file descriptors that are no connections
 * @param connections those that the process has opened
 */
record Vitals(int node, long pid, double minutes, double heapMiB, int threads, int files, int connections) {}

package uk.co.tenantwise.cx.adapter.http;

import java.util.concurrent.atomic.LongAdder;

/**
 * What is counted over the whole life of a client. Thread-safe.
 *
 * @param shed calls that were turned away by a bulkhead
 * @param retries reads that were repeated
 */
record Tally(LongAdder shed, LongAdder retries) {
    Tally() {
        this(new LongAdder(), new LongAdder());
    }
}

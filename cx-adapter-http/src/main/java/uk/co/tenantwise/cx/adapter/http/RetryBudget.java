package uk.co.tenantwise.cx.adapter.http;

/**
 * Pays for repeating reads: each read earns a fifth of a repetition, so that no more than 20 % of calls are added however
 * much fails. It starts with three, because a sign-in reads three things at once, and saves up to ten. Thread-safe.
 */
final class RetryBudget {
    private static final int PRICE = 5;
    private static final int START = 3 * PRICE;
    private static final int MOST = 10 * PRICE;

    private final Tally tally;
    private int fifths = START;

    RetryBudget(Tally tally) {
        this.tally = tally;
    }

    synchronized void earn() {
        fifths = Math.min(MOST, fifths + 1);
    }

    /** Pays for one repetition, if there is enough. */
    synchronized boolean pay() {
        if (fifths < PRICE) {
            return false;
        }
        fifths -= PRICE;
        tally.retries().increment();
        return true;
    }
}

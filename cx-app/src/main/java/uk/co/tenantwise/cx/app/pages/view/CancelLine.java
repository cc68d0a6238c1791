package uk.co.tenantwise.cx.app.pages.view;

/**
 * Whether something can be cancelled.
 *
 * @param href leads to the confirm step, or to the outcome; empty when it cannot be cancelled
 * @param label what the link says
 * @param about what it is about, for those who hear the link alone
 * @param message until when, or why not; empty when there is nothing to say
 * @param checking whether an attempt is not resolved yet; the link then leads to its outcome
 */
public record CancelLine(String href, String label, String about, String message, boolean checking) {
    /** Whether it can be cancelled. */
    public boolean allowed() {
        return !href.isEmpty() && !checking;
    }

    /** Whether there is nothing to show. */
    public boolean silent() {
        return href.isEmpty() && message.isEmpty();
    }
}

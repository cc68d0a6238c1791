package uk.co.tenantwise.cx.ports.driving;

/** Finds out what became of cancellations whose answer was lost (rule R6). Called again and again in the background. */
public interface ForResolvingCancellations {
    /** Looks after those that are due. @return how many got a final outcome */
    int resolveDue();
}

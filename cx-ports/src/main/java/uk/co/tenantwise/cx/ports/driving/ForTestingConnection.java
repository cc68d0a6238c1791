package uk.co.tenantwise.cx.ports.driving;

/** Tests the saved connection step by step (rule R2). Lets credentials that Cx rejected be tried again, once. */
public interface ForTestingConnection {
    /** Climbs the ladder until a step fails. Never throws for what is wrong with Cx. */
    LadderReport test();
}

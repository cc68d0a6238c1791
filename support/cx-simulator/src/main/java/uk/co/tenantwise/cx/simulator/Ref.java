package uk.co.tenantwise.cx.simulator;

/**
 * A reference with the company that qualifies it.
 *
 * @param company the company's id
 * @param reference the reference within it
 */
record Ref(String company, String reference) {}

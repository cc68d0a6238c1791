package uk.co.tenantwise.cx.adapter.persistence.redis;

/**
 * The right to store one value.
 *
 * @param name whose value
 * @param token tells this lease from any other
 * @param generation in which it was given; it is worth nothing in another
 */
record Lease(String name, String token, String generation) {}

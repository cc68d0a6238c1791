package uk.co.tenantwise.cx.ports.driven;

import java.time.Instant;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;

/**
 * A request that carries an idempotency key.
 *
 * @param key the key, the contact's own
 * @param fingerprint stands for the content of the request
 * @param at when it came
 * @param notBefore what was remembered for the key before that counts no more
 */
public record KeyedRequest(IdempotencyKey key, String fingerprint, Instant at, Instant notBefore) {}

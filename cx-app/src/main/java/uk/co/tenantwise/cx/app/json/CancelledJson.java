package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The answer to a customer who cancels.
 *
 * @param id the identity of the attempt
 * @param outcome the code of a {@link uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome}
 * @param message the same in plain English
 */
@Serdeable.Serializable
public record CancelledJson(String id, String outcome, String message) {}

package uk.co.tenantwise.cx.ports.driven;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;

/**
 * What a request with an idempotency key was answered.
 *
 * @param fingerprint stands for the content of the request
 * @param attempt the attempt that it made or joined
 * @param answered the outcome that was answered; empty when the request ended before there was an answer
 */
public record RememberedAnswer(String fingerprint, CancellationId attempt, Optional<CancellationOutcome> answered) {}

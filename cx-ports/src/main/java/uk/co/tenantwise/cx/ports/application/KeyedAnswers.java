package uk.co.tenantwise.cx.ports.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driven.KeyedRequest;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driven.RememberedAnswer;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** What requests with an idempotency key were answered, for 24 hours (rule R6). Requests without a key leave nothing. */
final class KeyedAnswers {
    private static final Duration KEPT = Duration.ofHours(24);

    private final StorePorts stores;
    private final ForRememberingAnswers answers;
    private final Surroundings surroundings;

    KeyedAnswers(StorePorts stores, Surroundings surroundings) {
        this.stores = stores;
        this.answers = stores.answers();
        this.surroundings = surroundings;
    }

    /** The answer that an earlier request with the same key got. */
    Optional<CancelResult> repeated(CancelCommand command) {
        Instant notBefore = surroundings.clock().instant().minus(KEPT);
        return command.key()
                .flatMap(key -> answers.find(command.contact(), key, notBefore))
                .map(remembered -> repeat(command, remembered));
    }

    /** The answer that is remembered under the key of a request, when that was the same request. */
    CancelResult repeat(CancelCommand command, RememberedAnswer remembered) {
        if (!isOf(command, remembered)) {
            return new CancelResult.KeyReused();
        }
        CancellationOutcome outcome = remembered
                .answered()
                .or(() -> stores.cancellations().find(remembered.attempt()).map(CancellationAttempt::outcome))
                .orElseGet(CancellationOutcome.Unknown::new);
        return CancelWords.recorded(
                remembered.attempt(),
                command.target(),
                outcome,
                stores.settings().current());
    }

    private static boolean isOf(CancelCommand command, RememberedAnswer remembered) {
        return remembered.fingerprint().equals(fingerprint(command));
    }

    /** The key of a request, with what tells this request from others. */
    Optional<KeyedRequest> request(CancelCommand command) {
        Instant now = surroundings.clock().instant();
        return command.key().map(key -> new KeyedRequest(key, fingerprint(command), now, now.minus(KEPT)));
    }

    /**
     * Remembers that a request joins an attempt.
     *
     * @return what is remembered for its key instead, because it came first through another node
     */
    Optional<RememberedAnswer> firstOf(CancelCommand command, CancellationId joined) {
        return request(command)
                .map(request -> answers.remember(command.contact(), request, joined))
                .filter(first -> !first.attempt().equals(joined) || !isOf(command, first));
    }

    /**
     * Notes what the request is answered, so that its repeats are answered the same. When that cannot be stored the answer
     * is given all the same: a repeat then gets the outcome of the same attempt.
     */
    CancelResult answered(CancelCommand command, CancelResult result) {
        if (result instanceof CancelResult.Recorded recorded) {
            command.key().ifPresent(key -> {
                try {
                    answers.answered(command.contact(), key, recorded.id(), recorded.outcome());
                } catch (StoreUnavailable e) {
                    surroundings.observer().observe(new Observation.AnswerNotStored());
                }
            });
        }
        return result;
    }

    private static String fingerprint(CancelCommand command) {
        String kind = switch (command.target()) {
            case RepairTarget repair -> "REPAIR";
            case AppointmentTarget visit -> "APPOINTMENT";
        };
        String content = kind + "\n" + command.target().text() + "\n" + command.note();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

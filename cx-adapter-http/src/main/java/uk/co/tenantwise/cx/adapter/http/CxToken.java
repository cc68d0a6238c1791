package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;

/** A token of Cx. Two tokens are never equal, even with the same text: each stands for one log-in. Immutable. */
final class CxToken {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration NEW = Duration.ofMinutes(1);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SharedLogIn.Accepted logIn;
    private final Optional<Instant> renewAt;
    private final boolean own;

    private CxToken(SharedLogIn.Accepted logIn, Optional<Instant> renewAt, boolean own) {
        this.logIn = logIn;
        this.renewAt = renewAt;
        this.own = own;
    }

    /**
     * The token of a log-in. It is renewed shortly before it expires: 30 seconds, or a tenth of its life when that is
     * shorter. One that seems to have expired before it came means that clocks differ; it is used until it is refused.
     *
     * @param own whether this node has logged in itself, and not another one that shares its log-ins
     */
    static CxToken of(SharedLogIn.Accepted logIn, boolean own) {
        Instant received = logIn.receivedAt();
        return new CxToken(
                logIn,
                logIn.expiresAt().filter(received::isBefore).map(end -> {
                    Duration tenth = Duration.between(received, end).dividedBy(10);
                    return end.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
                }),
                own);
    }

    /** Whether this node got it by a log-in of its own. */
    boolean isOwn() {
        return own;
    }

    boolean isUsableAt(Instant now) {
        return renewAt.isEmpty() || now.isBefore(renewAt.get());
    }

    /** Whether it came so lately that it cannot have expired: who refuses it refuses the user. */
    boolean isNewAt(Instant now) {
        return now.isBefore(logIn.receivedAt().plus(NEW));
    }

    /** Whether it came only just now: what Cx answers to it says nothing about log-ins, unless it is 401. */
    boolean isFreshAt(Instant now) {
        return now.isBefore(logIn.receivedAt().plus(FRESH));
    }

    SharedLogIn.Accepted logIn() {
        return logIn;
    }

    String reveal() {
        return logIn.token().reveal();
    }

    @Override
    public String toString() {
        return "CxToken[hidden]";
    }
}

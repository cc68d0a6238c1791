package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** A token of Cx. Two tokens are never equal, even with the same text: each stands for one log-in. Immutable. */
final class CxToken {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Secret text;
    private final Optional<Instant> renewAt;

    private CxToken(Secret text, Optional<Instant> renewAt) {
        this.text = text;
        this.renewAt = renewAt;
    }

    /**
     * A token that is renewed shortly before it expires: 30 seconds, or a tenth of its life when that is shorter. One
     * that seems to have expired before it came means that clocks differ; it is used until it is refused.
     */
    static CxToken received(Secret text, Instant now, Optional<Instant> expiresAt) {
        return new CxToken(text, expiresAt.filter(now::isBefore).map(end -> {
            Duration tenth = Duration.between(now, end).dividedBy(10);
            return end.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
        }));
    }

    boolean isUsableAt(Instant now) {
        return renewAt.isEmpty() || now.isBefore(renewAt.get());
    }

    String reveal() {
        return text.reveal();
    }

    @Override
    public String toString() {
        return "CxToken[hidden]";
    }
}

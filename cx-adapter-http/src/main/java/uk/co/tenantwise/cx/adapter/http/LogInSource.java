package uk.co.tenantwise.cx.adapter.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Where the tokens of a connection come from: from another node that has just logged in, or from Cx. Thread-safe. */
final class LogInSource {
    private final CxConnection connection;
    private final CxTokens.Means means;
    private final ForSharingLogIns sharing;
    private volatile SharedLogIn.@Nullable Accepted refused;
    private volatile boolean retired;

    LogInSource(CxConnection connection, CxTokens.Means means) {
        this.connection = connection;
        this.means = means;
        this.sharing = means.sharing();
    }

    /** A token that any node has, or a new one. @throws CxFault.CredentialsRejected when any node was told so */
    CxToken obtain() {
        return known().orElseGet(
                        () -> sharing.alone(connection, means.patience(), () -> known().orElseGet(() -> logIn(false))));
    }

    /** A new token, whatever is known. */
    CxToken logInAnyway() {
        return sharing.alone(connection, means.patience(), () -> logIn(true));
    }

    /** What any node knows, but for a token that was refused here. */
    Optional<SharedLogIn> find() {
        return sharing.find(connection).filter(found -> !found.equals(refused));
    }

    /** A token that Cx refused is not taken again, even while others still know it. */
    void noteRefused(CxToken token) {
        refused = token.logIn();
    }

    /** Forgets a token on all nodes. */
    void forget(CxToken token) {
        sharing.forget(connection, token.logIn());
    }

    /** Tells all nodes that Cx rejects the user. */
    void reject() {
        share(new SharedLogIn.Rejected(means.clock().instant()));
    }

    void retire() {
        retired = true;
    }

    private Optional<CxToken> known() {
        return find().flatMap(found -> switch (found) {
            case SharedLogIn.Accepted accepted ->
                Optional.of(CxToken.of(accepted, false))
                        .filter(token -> token.isUsableAt(means.clock().instant()));
            case SharedLogIn.Rejected rejected -> throw LogInHold.rejected();
        });
    }

    private CxToken logIn(boolean anyway) {
        SharedLogIn.Accepted accepted;
        try {
            accepted = means.logIn().logIn(connection, anyway);
        } catch (CxFault.CredentialsRejected rejection) {
            share(new SharedLogIn.Rejected(means.clock().instant()));
            throw rejection;
        }
        share(accepted);
        return CxToken.of(accepted, true);
    }

    private void share(SharedLogIn logIn) {
        if (!retired) {
            sharing.share(connection, logIn);
        }
    }
}

package uk.co.tenantwise.cx.ports.driven;

import java.time.Duration;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** The single steps on the way to Cx, for the connection test (rule R2). Each throws a {@link CxFault} when it fails. */
public interface ForProbingConnection {
    /** Resolves the name of the host; also checks that its addresses may be called. */
    void resolveName(ApiUrl url);

    /** Opens a TCP connection and closes it. */
    void connect(ApiUrl url);

    /** Does a TLS handshake with the usual checks of the certificate. Not called for http. */
    void handshake(ApiUrl url);

    /** Logs in afresh, whatever token is at hand, and even when the credentials were rejected before. */
    void logIn(CxConnection connection);

    /**
     * How far this node's clock was ahead of that of Cx when Cx answered last, by whatever call; negative when it was behind.
     * Good to a few seconds. Empty when that is not known, or another instance has answered since. Calls nobody.
     */
    Optional<Duration> clockAhead(ApiUrl url);
}

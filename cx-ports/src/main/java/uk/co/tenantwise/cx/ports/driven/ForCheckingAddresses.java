package uk.co.tenantwise.cx.ports.driven;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;

/** Says which addresses this instance may call, before any socket is opened. */
public interface ForCheckingAddresses {
    /** Why {@code url} may not be used here, in words for the administrator; empty when there is no objection. */
    Optional<String> objectionTo(ApiUrl url);
}

package uk.co.tenantwise.cx.app.security;

import java.io.Serial;

/** Tokens cannot be checked, because the keys of their issuer cannot be fetched now. */
public final class TokenKeysUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TokenKeysUnavailable() {
        super("the keys that tokens are checked with cannot be fetched");
    }
}

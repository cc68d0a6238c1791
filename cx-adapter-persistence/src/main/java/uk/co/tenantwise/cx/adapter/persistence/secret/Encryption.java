package uk.co.tenantwise.cx.adapter.persistence.secret;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import java.security.GeneralSecurityException;

/** What Tink may do here: authenticated encryption with associated data, nothing else. */
final class Encryption {
    private Encryption() {}

    static Configuration configuration() throws GeneralSecurityException {
        AeadConfig.register();
        return RegistryConfiguration.get();
    }
}

package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.app.pages.DemoCustomers;
import uk.co.tenantwise.cx.app.pages.Frames;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.asset.Assets;
import uk.co.tenantwise.cx.app.pages.diary.CallDiary;
import uk.co.tenantwise.cx.app.security.TokenKeys;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** Makes what the pages need. */
@Factory
final class PagesFactory {
    @Singleton
    Assets assets() {
        return Assets.load();
    }

    @Singleton
    Templates templates() {
        return new Templates();
    }

    @Singleton
    Frames frames(Assets assets, Optional<DemoCustomers> demo) {
        return new Frames(assets.links(), demo.isPresent());
    }

    @Singleton
    CallDiary diary(InstantSource clock) {
        return new CallDiary(clock);
    }

    /** Nodes that share the secret of tokens, or the data directory, share sessions too. */
    @Singleton
    Sessions sessions(ServiceConfiguration configuration, InstantSource clock, UsedUp usedUp) {
        String secret = configuration
                .jwtSecret()
                .map(Secret::reveal)
                .orElseGet(() -> TokenKeys.made(configuration.dataDir().resolve("session.secret")));
        return new Sessions(SessionKeys.derive(secret), clock, usedUp);
    }
}

package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import uk.co.tenantwise.cx.app.pages.asset.Assets;

/** Serves styles and scripts; a browser may keep them for ever, because another content has another name. */
@Controller("/assets")
@Secured(SecurityRule.IS_ANONYMOUS)
final class AssetsController {
    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @Get("/{name}")
    HttpResponse<?> asset(@PathVariable String name) {
        return assets.find(name)
                .<HttpResponse<?>>map(asset -> HttpResponse.ok(asset.content())
                        .contentType(MediaType.of(asset.type()))
                        .header("Cache-Control", "public, max-age=31536000, immutable")
                        .header("Cross-Origin-Resource-Policy", "same-origin"))
                .orElseGet(HttpResponse::notFound);
    }
}

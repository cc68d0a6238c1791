package uk.co.tenantwise.cx.app.pages.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import uk.co.tenantwise.cx.app.pages.view.AssetLinks;

/**
 * The built styles and scripts, read once. Their names hold a hash of their content, so that a browser may keep them for
 * ever. Immutable.
 */
public final class Assets {
    private static final String FOLDER = "/assets/";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> byName;
    private final AssetLinks links;

    private Assets(Map<String, Asset> byName, AssetLinks links) {
        this.byName = byName;
        this.links = links;
    }

    /**
     * One file.
     *
     * @param type its media type
     * @param content its content
     */
    @SuppressWarnings("ArrayRecordComponent") // Written to the socket as it is; nobody compares assets.
    public record Asset(String type, byte[] content) {}

    /** Reads what is on the class path. @throws IllegalStateException when something is missing, which a test rules out */
    public static Assets load() {
        Properties manifest = new Properties();
        try (InputStream in = open("assets.properties")) {
            manifest.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Asset> assets = new LinkedHashMap<>();
        for (String logical : manifest.stringPropertyNames()) {
            if (!logical.equals("sources")) {
                String name = manifest.getProperty(logical);
                assets.put(name, read(name));
            }
        }
        return new Assets(
                Map.copyOf(assets),
                new AssetLinks(
                        link(manifest, "pages.css"),
                        link(manifest, "start.js"),
                        link(manifest, "pages.js"),
                        link(manifest, "favicon.svg")));
    }

    /** Where they are. */
    public AssetLinks links() {
        return links;
    }

    /** The file of that name, hash included. */
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static String link(Properties manifest, String logical) {
        String name = manifest.getProperty(logical);
        if (name == null) {
            throw new IllegalStateException("assets.properties does not name " + logical);
        }
        return FOLDER + name;
    }

    private static Asset read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("no media type is known for " + name);
        }
        try (InputStream in = open(name)) {
            return new Asset(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Assets.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("the class path lacks " + FOLDER + name);
        }
        return in;
    }
}

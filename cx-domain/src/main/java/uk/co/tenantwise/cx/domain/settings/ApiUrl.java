package uk.co.tenantwise.cx.domain.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The base URL of a Cx instance, for example {@code https://cx.yourdomain.com} (rule R2). Scheme and host are in lower
 * case and there is no trailing slash, so that equal URLs are equal values.
 *
 * @param value scheme, host and perhaps port, nothing else
 */
public record ApiUrl(URI value) {
    /** The most characters that are accepted. */
    public static final int MAX_LENGTH = 300;

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ENDS_LIKE_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:0x[0-9a-f]*|[0-9]+)");
    private static final Pattern IP_V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    /** @throws IllegalArgumentException when {@code value} is not what {@link #parse} would make of it */
    public ApiUrl {
        URI checked = check(value.toString());
        // Not URI.equals, which ignores the case of scheme and host.
        if (!checked.toString().equals(value.toString())) {
            throw new IllegalArgumentException("API URL must be written as " + checked + ", was " + value);
        }
    }

    /**
     * Reads a base URL; white space around it and a trailing slash are tolerated.
     *
     * @throws IllegalArgumentException with a message for the administrator when it is not an http or https URL, has no
     *     valid host or port, or carries a path, query, fragment or user-info
     */
    public static ApiUrl parse(String text) {
        return new ApiUrl(check(text.strip()));
    }

    /** Whether the connection is encrypted. */
    public boolean isHttps() {
        return "https".equals(value.getScheme());
    }

    /** The host in lower case; an IPv6 address in brackets. */
    public String host() {
        return value.getHost();
    }

    /** The port, 443 or 80 when the URL names none. */
    public int port() {
        return value.getPort() != -1 ? value.getPort() : isHttps() ? 443 : 80;
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static URI check(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Enter an API URL of at most " + MAX_LENGTH + " characters");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "Enter the API URL as the address of your Cx instance, such as https://cx.yourdomain.com", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("The API URL must start with https://");
        }
        if (text.indexOf('@') >= 0) {
            throw new IllegalArgumentException("The API URL must not contain a user name or password");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The API URL must end after the host: remove everything from ? or # on");
        }
        if (uri.getRawPath() != null
                && !uri.getRawPath().isEmpty()
                && !uri.getRawPath().equals("/")) {
            throw new IllegalArgumentException("The API URL must be the base URL: remove " + uri.getRawPath());
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (!isHost(host)) {
            throw new IllegalArgumentException("The API URL must name a host, such as cx.yourdomain.com");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535 || text.matches("[^/]*//[^/]*:/?")) {
            throw new IllegalArgumentException("The port in the API URL must be 1 to 65535");
        }
        return URI.create(scheme + "://" + host + (uri.getPort() == -1 ? "" : ":" + uri.getPort()));
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return !host.contains("%");
        }
        return ENDS_LIKE_A_NUMBER.matcher(host).matches()
                ? IP_V4.matcher(host).matches()
                : host.length() <= 253 && NAME.matcher(host).matches();
    }
}

package uk.co.tenantwise.cx.app.observe;

import java.util.regex.Pattern;

/** Routes as metrics and traces name them. */
public final class Routes {
    private static final Pattern RULE = Pattern.compile("\\{([^:{}]+):[^{}]*}");

    private Routes() {}

    /** Without the rules for what a variable may be: {@code /customers/{contact}} for {@code /customers/{contact:[^/]+}}. */
    public static String plain(String template) {
        return RULE.matcher(template).replaceAll("{$1}");
    }
}

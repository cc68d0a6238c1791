package uk.co.tenantwise.cx.adapter.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the calls of Cx are, relative to the API URL. Names in braces are replaced by percent-encoded values. The defaults
 * are this project's own choice (see the Cx contract); a site whose Cx differs overrides them.
 *
 * @param token the log-in
 * @param companies the list of companies
 * @param contact one contact: {@code {CompanyId}}, {@code {ContactReference}}
 * @param workOrders the works orders of a contact: the same
 * @param appointments the appointments of a contact: the same
 * @param workOrder one works order: {@code {CompanyId}}, {@code {WorkOrderReference}}
 * @param cancelWorkOrder cancels a works order: the same
 * @param cancelAppointment cancels an appointment: {@code {CompanyId}}, {@code {AppointmentUid}}
 */
public record PathTemplates(
        String token,
        String companies,
        String contact,
        String workOrders,
        String appointments,
        String workOrder,
        String cancelWorkOrder,
        String cancelAppointment) {
    private static final Pattern SHAPE = Pattern.compile("/[\\x21-\\x7E]*");
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    /** The paths of the contract. */
    public static final PathTemplates DEFAULT = new PathTemplates(
            "/api/token",
            "/api/companies",
            "/api/companies/{CompanyId}/contacts/{ContactReference}",
            "/api/companies/{CompanyId}/contacts/{ContactReference}/work-orders",
            "/api/companies/{CompanyId}/contacts/{ContactReference}/appointments",
            "/api/companies/{CompanyId}/work-orders/{WorkOrderReference}",
            "/api/companies/{CompanyId}/work-orders/{WorkOrderReference}/cancel",
            "/api/companies/{CompanyId}/appointments/{AppointmentUid}/cancel");

    /** @throws IllegalArgumentException when a template does not start with / or lacks a name that it needs */
    public PathTemplates {
        check("token", token);
        check("companies", companies);
        check("contact", contact, "{CompanyId}", "{ContactReference}");
        check("workOrders", workOrders, "{CompanyId}", "{ContactReference}");
        check("appointments", appointments, "{CompanyId}", "{ContactReference}");
        check("workOrder", workOrder, "{CompanyId}", "{WorkOrderReference}");
        check("cancelWorkOrder", cancelWorkOrder, "{CompanyId}", "{WorkOrderReference}");
        check("cancelAppointment", cancelAppointment, "{CompanyId}", "{AppointmentUid}");
    }

    /** Replaces the names in {@code template}; each value becomes exactly one path segment. */
    static String expand(String template, Map<String, String> values) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", encode(value.getValue()));
        }
        return path;
    }

    /** {@code target} with a query parameter more. */
    static String withQuery(String target, String name, String value) {
        return target + (target.indexOf('?') < 0 ? "?" : "&") + name + "=" + encode(value);
    }

    /**
     * Percent-encodes everything but the unreserved characters of RFC 3986. The dots of the segments {@code .} and
     * {@code ..} are encoded as well, since they would otherwise mean another path.
     */
    static String encode(String value) {
        boolean dots = value.equals(".") || value.equals("..");
        StringBuilder encoded = new StringBuilder(value.length() + 16);
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isUnreserved(c) && !(dots && c == '.')) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 0xF]);
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }

    private static void check(String name, String template, String... needed) {
        String filled = template;
        for (String each : needed) {
            if (!template.contains(each)) {
                throw new IllegalArgumentException(
                        "path template " + name + " must hold " + each + ", was " + template);
            }
            filled = filled.replace(each, "x");
        }
        if (!SHAPE.matcher(filled).matches() || !isUri("https://host" + filled)) {
            throw new IllegalArgumentException("path template " + name
                    + " must start with /, be a valid path, and hold no other name in braces, was " + template);
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

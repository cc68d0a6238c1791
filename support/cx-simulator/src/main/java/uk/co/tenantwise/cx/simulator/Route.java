package uk.co.tenantwise.cx.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One call of the contract found in a raw request path. Segments are split first and percent-decoded exactly once
 * afterwards, so that a reference may hold an encoded slash.
 *
 * @param endpoint the call
 * @param method the method that the call needs
 * @param arguments the decoded values of the path template, in order
 */
record Route(Endpoint endpoint, String method, List<String> arguments) {

    private static final String HOLE = "{}";
    private static final List<Template> TEMPLATES = List.of(
            new Template(Endpoint.LOGIN, "POST", "api/token"),
            new Template(Endpoint.COMPANIES, "GET", "api/companies"),
            new Template(Endpoint.CONTACT, "GET", "api/companies/{}/contacts/{}"),
            new Template(Endpoint.WORK_ORDERS, "GET", "api/companies/{}/contacts/{}/work-orders"),
            new Template(Endpoint.APPOINTMENTS, "GET", "api/companies/{}/contacts/{}/appointments"),
            new Template(Endpoint.WORK_ORDER, "GET", "api/companies/{}/work-orders/{}"),
            new Template(Endpoint.CANCEL_ORDER, "POST", "api/companies/{}/work-orders/{}/cancel"),
            new Template(Endpoint.CANCEL_APPOINTMENT, "POST", "api/companies/{}/appointments/{}/cancel"));

    /** A path template; a hole takes one segment that is not empty. */
    private record Template(Endpoint endpoint, String method, List<String> parts) {

        Template(Endpoint endpoint, String method, String path) {
            this(endpoint, method, List.of(path.split("/")));
        }

        Optional<Route> match(List<String> segments) {
            if (segments.size() != parts.size()) {
                return Optional.empty();
            }
            List<String> found = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).equals(HOLE) && !segments.get(i).isEmpty()) {
                    found.add(segments.get(i));
                } else if (!parts.get(i).equals(segments.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Route(endpoint, method, List.copyOf(found)));
        }
    }

    /**
     * The call that a raw path means, or empty when it is none.
     *
     * @throws IllegalArgumentException when the percent-encoding is broken or is not UTF-8
     */
    static Optional<Route> of(String rawPath) {
        List<String> segments = segments(rawPath);
        return TEMPLATES.stream()
                .map(template -> template.match(segments))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The decoded segments of a raw path that starts with a slash. */
    static List<String> segments(String rawPath) {
        String relative = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        return Stream.of(relative.split("/", -1)).map(Percent::decode).toList();
    }
}

package uk.co.tenantwise.cx.app;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus reads of a service. */
record Scrape(String text) {
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)(\\{.*})? (\\S+)");

    static Scrape of(Running app) {
        return new Scrape(Http.get(app.base() + "/prometheus").body());
    }

    /** The value of a series; not a number when it is not there. */
    double value(String series) {
        return lines().stream()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The names of all series, with the endings of buckets, sums and counts. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String line : lines()) {
            Matcher series = SERIES.matcher(line);
            if (!series.matches()) {
                throw new AssertionError("not a series: " + line);
            }
            names.add(series.group(1));
        }
        return names;
    }

    List<String> lines() {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}

package uk.co.tenantwise.cx.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.http.PathTemplates;
import uk.co.tenantwise.cx.adapter.persistence.calendar.BankHolidayOverrides;
import uk.co.tenantwise.cx.adapter.persistence.redis.RedisStores;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration.Database;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** Reads single variables; every complaint names the variable and says what to write. */
final class Variables {
    private static final int MIN_JWT_SECRET = 32;
    private static final int MAX_PASSWORD = 256;

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    int number(String name, int fallback, int min, int max) {
        return text(name)
                .map(text -> {
                    try {
                        int number = Integer.parseInt(text);
                        if (number >= min && number <= max) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        throw wrong(name, "write a whole number from " + min + " to " + max, text);
                    }
                    throw wrong(name, "write a whole number from " + min + " to " + max, text);
                })
                .orElse(fallback);
    }

    boolean flag(String name, boolean fallback) {
        return text(name)
                .map(text -> {
                    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                        return text.equalsIgnoreCase("true");
                    }
                    throw wrong(name, "write true or false", text);
                })
                .orElse(fallback);
    }

    Duration duration(String name, Duration fallback, Duration min, Duration max) {
        String rule = "write a duration from " + min + " to " + max + ", such as " + fallback;
        return text(name)
                .map(text -> {
                    try {
                        Duration duration = Duration.parse(text);
                        if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
                            return duration;
                        }
                    } catch (DateTimeParseException e) {
                        throw wrong(name, rule, text);
                    }
                    throw wrong(name, rule, text);
                })
                .orElse(fallback);
    }

    Optional<Duration> optionalDuration(String name, Duration min, Duration max) {
        return text(name).map(text -> duration(name, max, min, max));
    }

    /** Whole days, such as P400D. */
    Duration days(String name, int fallback, int min, int max) {
        String rule = "write days from P" + min + "D to P" + max + "D, such as P" + fallback + "D";
        return text(name)
                .map(text -> {
                    if (!text.matches("P[0-9]{1,4}D")) {
                        throw wrong(name, rule, text);
                    }
                    int days = Integer.parseInt(text.substring(1, text.length() - 1));
                    if (days < min || days > max) {
                        throw wrong(name, rule, text);
                    }
                    return Duration.ofDays(days);
                })
                .orElse(Duration.ofDays(fallback));
    }

    Optional<Path> path(String name) {
        return text(name).map(text -> {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw wrong(name, "write the path of a file or directory", text);
            }
        });
    }

    Optional<URI> url(String name) {
        return text(name).map(text -> {
            try {
                URI uri = new URI(text);
                String scheme = String.valueOf(uri.getScheme());
                if ((scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                throw wrong(name, "write an http or https URL", text);
            }
            throw wrong(name, "write an http or https URL", text);
        });
    }

    String name(String name, String fallback) {
        return text(name)
                .map(text -> {
                    if (text.length() > 100
                            || text.indexOf(':') >= 0
                            || text.chars().anyMatch(Character::isISOControl)) {
                        throw new ConfigurationProblem(
                                name + ": write a name of at most 100 characters without a colon");
                    }
                    return text;
                })
                .orElse(fallback);
    }

    /** A password is taken as it stands, white space included. */
    Optional<Secret> password(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .map(text -> {
                    if (text.length() > MAX_PASSWORD) {
                        throw new ConfigurationProblem(
                                name + ": write a password of at most " + MAX_PASSWORD + " characters");
                    }
                    return Secret.of(text);
                });
    }

    Optional<Secret> jwtSecret(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .map(text -> {
                    if (text.getBytes(StandardCharsets.UTF_8).length < MIN_JWT_SECRET) {
                        throw new ConfigurationProblem(name + ": write at least " + MIN_JWT_SECRET
                                + " bytes, the key that signs tokens (HS256)");
                    }
                    return Secret.of(text);
                });
    }

    List<String> addresses(String name) {
        return text(name)
                .map(text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .map(each -> {
                            if (!each.matches("[0-9A-Fa-f.:]+(/[0-9]{1,3})?")) {
                                throw wrong(name, "write IP addresses separated by commas", each);
                            }
                            return each;
                        })
                        .toList())
                .orElse(List.of());
    }

    /** It may hold a password, so that it is not quoted. */
    Optional<Secret> redis(String name) {
        return text(name).map(Secret::of).map(uri -> {
            try {
                RedisStores.check(uri);
                return uri;
            } catch (IllegalArgumentException e) {
                throw new ConfigurationProblem(
                        name + ": write the address of a Redis or Valkey server, redis://host:6379 or, with TLS, "
                                + "rediss://host:6379; a user and a password stand before the host, "
                                + "redis://user:password@host:6379");
            }
        });
    }

    Optional<Database> database() {
        Optional<String> username = text("CX_DATASOURCE_USERNAME");
        Optional<Secret> password = Optional.ofNullable(environment.get("CX_DATASOURCE_PASSWORD"))
                .filter(text -> !text.isEmpty())
                .map(Secret::of);
        Optional<Database> database =
                text("CX_DATASOURCE_URL").map(url -> new Database(url, username.orElse(""), password));
        if (database.filter(each -> !each.url().startsWith("jdbc:postgresql:")).isPresent()) {
            throw new ConfigurationProblem(
                    "CX_DATASOURCE_URL: write a URL that starts with jdbc:postgresql:, or leave it out to use the "
                            + "embedded database in CX_DATA_DIR");
        }
        if (database.isEmpty() && (username.isPresent() || password.isPresent())) {
            throw new ConfigurationProblem(
                    "CX_DATASOURCE_URL: write the URL of the database that CX_DATASOURCE_USERNAME and "
                            + "CX_DATASOURCE_PASSWORD are for");
        }
        return database;
    }

    /** Where the calls of Cx are; each can be set by itself. */
    PathTemplates paths() {
        PathTemplates usual = PathTemplates.DEFAULT;
        try {
            return new PathTemplates(
                    path("TOKEN", usual.token()),
                    path("COMPANIES", usual.companies()),
                    path("CONTACT", usual.contact()),
                    path("WORK_ORDERS", usual.workOrders()),
                    path("APPOINTMENTS", usual.appointments()),
                    path("WORK_ORDER", usual.workOrder()),
                    path("CANCEL_WORK_ORDER", usual.cancelWorkOrder()),
                    path("CANCEL_APPOINTMENT", usual.cancelAppointment()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationProblem("CX_API_PATH_…: " + e.getMessage());
        }
    }

    BankHolidayOverrides bankHolidays(String name) {
        try {
            return BankHolidayOverrides.parse(text(name).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationProblem(name + ": " + e.getMessage());
        }
    }

    private String path(String call, String usual) {
        return text("CX_API_PATH_" + call).orElse(usual);
    }

    private static ConfigurationProblem wrong(String name, String rule, String was) {
        return new ConfigurationProblem(name + ": " + rule + ", was \"" + was + "\"");
    }
}

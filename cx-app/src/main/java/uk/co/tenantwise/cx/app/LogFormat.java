package uk.co.tenantwise.cx.app;

import java.util.Map;

/** Chooses how log lines look: plain text, or one JSON object a line with {@code CX_LOG_FORMAT=json}. */
final class LogFormat {
    private LogFormat() {}

    /** To be called before anything logs. */
    static void choose(Map<String, String> environment) {
        if ("json"
                .equalsIgnoreCase(environment.getOrDefault("CX_LOG_FORMAT", "").strip())) {
            System.setProperty("logback.configurationFile", "logback-json.xml");
        }
    }
}

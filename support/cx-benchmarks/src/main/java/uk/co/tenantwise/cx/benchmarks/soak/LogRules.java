package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What no log may hold: data of customers, passwords, keys, tokens.
 *
 * @param secrets those of this run
 */
record LogRules(List<String> secrets) {
    private static final Pattern TOKEN = Pattern.compile("Bearer [A-Za-z0-9_-]{8,}|eyJ[A-Za-z0-9_-]{10,}\\.");

    LogRules {
        secrets = List.copyOf(secrets);
    }

    /** What is wrong with the log of a node. The secrets themselves are not repeated. */
    List<String> check(String log) {
        List<String> wrong = new ArrayList<>();
        if (!Canary.in(log).isEmpty()) {
            wrong.add("the log holds data of customers: " + Canary.in(log));
        }
        if (secrets.stream().anyMatch(log::contains)) {
            wrong.add("the log holds a secret");
        }
        if (TOKEN.matcher(log).find()) {
            wrong.add("the log holds a token");
        }
        return wrong;
    }
}

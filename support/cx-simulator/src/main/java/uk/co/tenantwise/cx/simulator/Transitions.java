package uk.co.tenantwise.cx.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The status changes that Cx permits for a works order (x-transitions-of-a-works-order of the contract). Statuses are
 * compared without regard to case and spaces; a status that the table does not know can neither be left nor entered.
 */
final class Transitions {

    static final Map<String, Set<String>> TABLE = Map.ofEntries(
            Map.entry(
                    "Entered",
                    Set.of("Issued", "OnHold", "AwaitingAuthorisation", "AwaitingPreInspection", "Cancelled")),
            Map.entry("Open", Set.of("Entered", "Issued", "Cancelled")),
            Map.entry("AwaitingAuthorisation", Set.of("Issued", "OnHold", "Cancelled")),
            Map.entry("AwaitingVariationAuthorisation", Set.of("OnHold", "Varied", "Cancelled")),
            Map.entry("AwaitingPreInspection", Set.of("OnHold", "Issued", "Cancelled")),
            Map.entry(
                    "Issued",
                    Set.of(
                            "OnHold",
                            "WorkInProgress",
                            "AwaitingVariationAuthorisation",
                            "AwaitingPreInspection",
                            "Varied",
                            "Complete",
                            "Cancelled")),
            Map.entry(
                    "WorkInProgress",
                    Set.of(
                            "OnHold",
                            "AwaitingVariationAuthorisation",
                            "AwaitingPreInspection",
                            "Varied",
                            "PartiallyComplete",
                            "Complete",
                            "Cancelled")),
            Map.entry("OnHold", Set.of("Issued", "WorkInProgress", "Cancelled")),
            Map.entry("Varied", Set.of("OnHold", "Issued", "Cancelled")),
            Map.entry("PartiallyComplete", Set.of("OnHold", "Complete", "Cancelled")),
            Map.entry("Complete", Set.of("FullyInvoiced")),
            Map.entry("Cancelled", Set.of()),
            Map.entry("FullyInvoiced", Set.of()));

    private static final Map<String, Set<String>> NORMAL = TABLE.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    entry -> normal(entry.getKey()),
                    entry -> entry.getValue().stream()
                            .map(Transitions::normal)
                            .collect(Collectors.toUnmodifiableSet())));

    private Transitions() {}

    static boolean allowed(String from, String to) {
        return NORMAL.getOrDefault(normal(from), Set.of()).contains(normal(to));
    }

    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String status) {
        return status.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}

package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.List;
import java.util.Set;

/**
 * A customer of the soak.
 *
 * @param contact the contact reference
 * @param canary in all of this customer's texts
 * @param repairs the references of all repairs
 * @param visits the GUIDs of all visits
 * @param targets what is to be cancelled; no visit of a repair that is to be cancelled as a whole
 */
record Tenant(String contact, Canary canary, Set<String> repairs, Set<String> visits, List<Target> targets) {
    Tenant {
        repairs = Set.copyOf(repairs);
        visits = Set.copyOf(visits);
        targets = List.copyOf(targets);
    }
}

package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What holds at the end, when all is healed and nothing is under way: the record, Cx and what customers were told agree.
 *
 * @param histories what customers were told
 * @param record all attempts in the database
 * @param effects how many cancellations Cx has carried out, by reference
 */
record FinalRules(Collection<KeyHistory> histories, Collection<RecordedAttempt> record, Map<String, Long> effects) {
    private static final Set<String> CANCELLED = Set.of("CANCELLED", "ALREADY_CANCELLED");

    /** What is wrong, nothing when all promises are kept. */
    List<String> check() {
        List<String> wrong = new ArrayList<>();
        Map<String, RecordedAttempt> byId =
                record.stream().collect(Collectors.toMap(RecordedAttempt::id, Function.identity()));
        histories.forEach(history -> checkTold(history, byId, wrong));
        record.stream()
                .filter(attempt -> attempt.open() || attempt.outcome().equals("UNKNOWN"))
                .forEach(attempt -> wrong.add("not final: " + attempt));
        Map<String, List<RecordedAttempt>> byReference =
                record.stream().collect(Collectors.groupingBy(RecordedAttempt::reference));
        Set<String> references = new TreeSet<>(byReference.keySet());
        references.addAll(effects.keySet());
        references.forEach(reference -> checkTarget(reference, byReference.getOrDefault(reference, List.of()), wrong));
        return wrong;
    }

    private void checkTold(KeyHistory history, Map<String, RecordedAttempt> byId, List<String> wrong) {
        wrong.addAll(history.check());
        if (history.answers().isEmpty()) {
            wrong.add("never answered: " + history);
        }
        for (KeyHistory.Answer told : history.answers()) {
            RecordedAttempt recorded = byId.get(told.attempt());
            if (recorded == null) {
                wrong.add("told and not recorded: " + history);
            } else if (told.isFinal() && !told.outcome().equals(recorded.outcome())) {
                wrong.add("told otherwise than recorded as " + recorded + ": " + history);
            } else if (CANCELLED.contains(recorded.outcome())
                    != history.target().cancellable()) {
                wrong.add("against the rules, " + recorded + ": " + history);
            }
        }
    }

    /** One cancellation in Cx is one attempt that says so; a second attempt can only have found it done. */
    private void checkTarget(String reference, List<RecordedAttempt> attempts, List<String> wrong) {
        long done = effects.getOrDefault(reference, 0L);
        long claimed = attempts.stream()
                .filter(attempt -> attempt.outcome().equals("CANCELLED"))
                .count();
        if (done > 1) {
            wrong.add("carried out " + done + " times: " + reference + ", " + attempts);
        }
        if (claimed != done) {
            wrong.add(
                    "carried out " + done + " times and claimed " + claimed + " times: " + reference + ", " + attempts);
        }
        boolean foundDone =
                attempts.stream().anyMatch(attempt -> attempt.outcome().equals("ALREADY_CANCELLED"));
        if (done == 0 && foundDone) {
            wrong.add("found done and never carried out: " + reference + ", " + attempts);
        }
    }
}

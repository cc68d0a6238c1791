package uk.co.tenantwise.cx.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FinalRulesTest {
    private static final Instant SENT = Instant.parse("2026-12-01T10:00:00Z");

    private final List<KeyHistory> histories = new ArrayList<>();
    private final List<RecordedAttempt> record = new ArrayList<>();
    private final Map<String, Long> effects = new HashMap<>();

    @Test
    void check_shouldAccept_whenAllAccountsAgree() {
        told("WO-1", true, "a", "CANCELLED");
        told("WO-1", true, "b", "ALREADY_CANCELLED");
        told("WO-2", false, "c", "REFUSED");
        told("WO-3", true, "d", "UNKNOWN");
        recorded("a", "WO-1", "CANCELLED");
        recorded("b", "WO-1", "ALREADY_CANCELLED");
        recorded("c", "WO-2", "REFUSED");
        recorded("d", "WO-3", "CANCELLED");
        effects.put("WO-1", 1L);
        effects.put("WO-3", 1L);

        assertThat(check()).isEmpty();
    }

    @Test
    void check_shouldFindACancellationThatWasLost() {
        told("WO-1", true, "a", "CANCELLED");
        recorded("a", "WO-1", "CANCELLED");

        assertFinds("carried out 0 times and claimed 1 times");
    }

    @Test
    void check_shouldFindACancellationThatWasDoubled() {
        told("WO-1", true, "a", "CANCELLED");
        recorded("a", "WO-1", "CANCELLED");
        effects.put("WO-1", 2L);

        assertThat(check()).anyMatch(wrong -> wrong.startsWith("carried out 2 times: WO-1"));
    }

    @Test
    void check_shouldFindTwoAttemptsThatClaimOneCancellation() {
        recorded("a", "WO-1", "CANCELLED");
        recorded("b", "WO-1", "CANCELLED");
        effects.put("WO-1", 1L);

        assertFinds("carried out 1 times and claimed 2 times");
    }

    @Test
    void check_shouldFindACancellationThatNobodyRecorded() {
        effects.put("WO-1", 1L);

        assertFinds("carried out 1 times and claimed 0 times");
    }

    @Test
    void check_shouldFindOneThatWasFoundDoneAndNeverWas() {
        recorded("a", "WO-1", "ALREADY_CANCELLED");

        assertFinds("found done and never carried out");
    }

    @Test
    void check_shouldFindAnAnswerThatIsNotRecorded() {
        told("WO-1", true, "a", "CANCELLED");

        assertFinds("told and not recorded");
    }

    @Test
    void check_shouldFindAnAnswerThatTheRecordContradicts() {
        told("WO-1", true, "a", "ALREADY_CANCELLED");
        recorded("a", "WO-1", "CANCELLED");
        effects.put("WO-1", 1L);

        assertFinds("told otherwise than recorded");
    }

    @Test
    void check_shouldFindWhatIsNotFinal() {
        told("WO-1", true, "a", "CANCELLED");
        record.add(new RecordedAttempt("a", "WO-1", "CANCELLED", true, 1));
        effects.put("WO-1", 1L);

        assertFinds("not final");
    }

    @Test
    void check_shouldFindACancellationAgainstTheRules() {
        told("WO-1", false, "a", "CANCELLED");
        recorded("a", "WO-1", "CANCELLED");
        effects.put("WO-1", 1L);

        assertFinds("against the rules");
    }

    @Test
    void check_shouldFindARefusalAgainstTheRules() {
        told("WO-1", true, "a", "REFUSED");
        recorded("a", "WO-1", "REFUSED");

        assertFinds("against the rules");
    }

    @Test
    void check_shouldFindARequestThatWasNeverAnswered() {
        histories.add(new KeyHistory(new Target(Target.Kind.REPAIR, "T-1", "WO-1", true), "key-1"));

        assertFinds("never answered");
    }

    @Test
    void check_shouldFindAKeyWithSeveralAnswers() {
        told("WO-1", true, "a", "CANCELLED");
        recorded("a", "WO-1", "CANCELLED");
        recorded("b", "WO-1", "ALREADY_CANCELLED");
        effects.put("WO-1", 1L);
        histories.getFirst().add(new KeyHistory.Answer(SENT, SENT, "b", "ALREADY_CANCELLED"));

        assertThat(check()).hasSize(2).allMatch(wrong -> wrong.startsWith("one key, several"));
    }

    private void told(String reference, boolean cancellable, String attempt, String outcome) {
        Target target = new Target(Target.Kind.REPAIR, "T-1", reference, cancellable);
        KeyHistory history = new KeyHistory(target, "key-" + attempt);
        history.add(new KeyHistory.Answer(SENT, SENT.plusMillis(20), attempt, outcome));
        histories.add(history);
    }

    private void recorded(String id, String reference, String outcome) {
        record.add(new RecordedAttempt(id, reference, outcome, false, 1));
    }

    private List<String> check() {
        return new FinalRules(histories, record, effects).check();
    }

    private void assertFinds(String what) {
        assertThat(check()).singleElement().asString().startsWith(what);
    }
}

package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that was answered to the requests of one customer under one idempotency key. Thread-safe.
 */
final class KeyHistory {
    private final Target target;
    private final String key;
    private final List<Answer> answers = new ArrayList<>();

    /**
     * An answer that tells of an attempt.
     *
     * @param sent when the request was sent
     * @param received when it was answered
     * @param attempt the id of the attempt
     * @param outcome its outcome
     */
    record Answer(Instant sent, Instant received, String attempt, String outcome) {
        boolean isFinal() {
            return !outcome.equals("UNKNOWN");
        }
    }

    KeyHistory(Target target, String key) {
        this.target = target;
        this.key = key;
    }

    Target target() {
        return target;
    }

    String key() {
        return key;
    }

    /** Adds an answer. */
    synchronized void add(Answer answer) {
        answers.add(answer);
    }

    synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** The attempt of the first answer, empty when there was none. */
    synchronized Optional<String> attempt() {
        return answers.stream().findFirst().map(Answer::attempt);
    }

    /**
     * What is wrong: the same key gets the same answer. Only "not known yet" may turn into an outcome, never back, and
     * requests that are under way at the same time may get the one and the other.
     */
    synchronized List<String> check() {
        List<String> wrong = new ArrayList<>();
        if (answers.stream().map(Answer::attempt).distinct().count() > 1) {
            wrong.add("one key, several attempts: " + this);
        }
        if (answers.stream()
                        .filter(Answer::isFinal)
                        .map(Answer::outcome)
                        .distinct()
                        .count()
                > 1) {
            wrong.add("one key, several outcomes: " + this);
        }
        for (Answer earlier : answers) {
            if (earlier.isFinal()
                    && answers.stream()
                            .anyMatch(later -> later.sent().isAfter(earlier.received()) && !later.isFinal())) {
                wrong.add("one key, an outcome taken back: " + this);
                break;
            }
        }
        return wrong;
    }

    @Override
    public synchronized String toString() {
        return key + " of " + target + ": " + answers;
    }
}

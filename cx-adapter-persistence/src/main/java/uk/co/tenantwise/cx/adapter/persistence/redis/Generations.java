package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Runs scripts in the generation that is in force, and notices when it is another one than this node knows. Thread-safe.
 */
final class Generations {
    private static final String UNKNOWN = "";

    private final String prefix;
    private final String kind;
    private final Runnable onAnother;
    private volatile String known = UNKNOWN;

    /**
     * Knows none yet.
     *
     * @param prefix of all keys
     * @param onAnother is run when the generation turns out to be another: all that was kept is of no worth
     */
    Generations(String prefix, String kind, Runnable onAnother) {
        this.prefix = prefix;
        this.kind = kind;
        this.onAnother = onAnother;
    }

    String kind() {
        return kind;
    }

    /** The next call asks which one is in force. */
    void forget() {
        known = UNKNOWN;
    }

    /** Runs a script in whichever generation is in force. */
    Optional<Answer> call(Evaluator redis, Script script, String name, byte[]... arguments) {
        return call(redis, script, name, "", arguments);
    }

    /** The same, for a script that wants to know whether a node gives a sign of life, by the key {@code life}. */
    Optional<Answer> call(Evaluator redis, Script script, String name, String life, byte[]... arguments) {
        while (true) {
            String assumed = known;
            Optional<Answer> answer = run(redis, script, assumed, name, life, arguments);
            if (answer.isEmpty() || !answer.get().word().equals("generation")) {
                return answer;
            }
            adopt(assumed, answer.get().text(1));
        }
    }

    /** Runs a script in the generation of a lease; the answer is another generation when that one is over. */
    Optional<Answer> once(Evaluator redis, Script script, Lease lease, byte[]... arguments) {
        return run(redis, script, lease.generation(), lease.name(), "", arguments);
    }

    /** Begins another one. @return the former one, which may be empty; nothing when Redis is away */
    Optional<String> renew(Evaluator redis, byte[] channel, byte[] message) {
        String next = Tokens.next();
        Optional<Answer> answer = redis.eval(
                Script.RENEW, keys(Script.RENEW, "", "", ""), new byte[][] {{}, bytes(next), channel, message});
        answer.ifPresent(renewed -> known = next);
        return answer.map(renewed -> renewed.text(1));
    }

    /** Removes some of the values of a former generation. */
    Optional<Answer> sweep(Evaluator redis, String former) {
        return redis.eval(Script.SWEEP, keys(Script.SWEEP, former, "", ""), new byte[][] {});
    }

    private Optional<Answer> run(
            Evaluator redis, Script script, String generation, String name, String life, byte[]... arguments) {
        byte[][] all = new byte[arguments.length + 2][];
        all[0] = bytes(generation);
        all[1] = bytes(Tokens.next());
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return redis.eval(script, keys(script, generation, name, life), all);
    }

    private byte[][] keys(Script script, String generation, String name, String life) {
        String value = prefix + generation + ':' + name;
        byte[][] keys = new byte[script.keys().size() + 1][];
        keys[0] = bytes(prefix + "generation");
        for (int i = 1; i < keys.length; i++) {
            keys[i] = bytes(
                    switch (script.keys().get(i - 1)) {
                        case VALUE -> value;
                        case LEASE -> value + ":lease";
                        case FAULT -> value + ":fault";
                        case INDEX -> prefix + generation + ":index";
                        case LIFE -> life;
                    });
        }
        return keys;
    }

    private synchronized void adopt(String assumed, String inForce) {
        if (!known.equals(inForce)) {
            known = inForce;
            if (!assumed.equals(UNKNOWN)) {
                onAnother.run();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

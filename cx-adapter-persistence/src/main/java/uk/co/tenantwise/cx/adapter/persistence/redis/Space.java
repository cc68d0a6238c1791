package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The part of Redis that one kind of values of one instance lives in. The keys of values hold a random generation: with a
 * new one all values, and all leases, are out of reach at once. Thread-safe.
 */
final class Space {
    private static final Duration FAULT_LIFE = Duration.ofSeconds(1);

    private final RedisLink link;
    private final Generations generations;
    private final SpaceListener listener;
    private final Owed owed = new Owed();
    private final Signals signals = new Signals();

    Space(RedisLink link, String kind, SpaceListener listener) {
        this.link = link;
        this.generations = new Generations(link.prefix() + kind + ':', kind, listener::droppedAll);
        this.listener = listener;
        link.add(this);
    }

    String kind() {
        return generations.kind();
    }

    Signals signals() {
        return signals;
    }

    boolean isUsable() {
        return link.isUsable();
    }

    boolean isHearing() {
        return link.isHearing();
    }

    Reading read(String name) {
        Optional<Answer> answer = generations.call(link, Script.READ, name, text(Sealing.MOST_BYTES));
        if (answer.isEmpty()) {
            return new Reading.Away();
        }
        return answer.get().word().equals("value")
                ? new Reading.Found(
                        new Envelope(answer.get().bytes(1), answer.get().number(2)))
                : new Reading.Absent();
    }

    /**
     * Asks for the lease. It is given to one who has waited for a holder that gives no sign of life any more.
     *
     * @param head of the value that is to be replaced, empty for none
     * @param waitedFor the token of the holder that the caller waited for, or empty
     * @param life how long the lease lasts at most
     */
    Claim claim(String name, String head, String waitedFor, Duration life) {
        String token = link.token();
        Optional<Answer> answered = generations.call(
                link,
                Script.CLAIM,
                name,
                link.lifeOf(waitedFor),
                text(Sealing.MOST_BYTES),
                head.getBytes(StandardCharsets.ISO_8859_1),
                text(token),
                text(life.toMillis()),
                text(waitedFor));
        if (answered.isEmpty()) {
            // It may have been given all the same.
            owed.add(name);
            return new Claim.Away();
        }
        Answer answer = answered.get();
        return switch (answer.word()) {
            case "mine" -> new Claim.Mine(new Lease(name, token, answer.text(1)));
            case "busy" -> new Claim.Busy(answer.text(1));
            case "fault" -> new Claim.Failed(answer.text(1));
            case "value" -> new Claim.Other(new Envelope(answer.bytes(1), answer.number(2)));
            default -> new Claim.Absent();
        };
    }

    /** Takes the lease, whoever holds it; empty when Redis is away. */
    Optional<Lease> steal(String name, Duration life) {
        String token = link.token();
        Optional<Answer> answer = generations.call(
                link, Script.STEAL, name, text(token), text(life.toMillis()), text(link.channel()), message("d", name));
        if (answer.isEmpty()) {
            owed.add(name);
        }
        return answer.map(stolen -> new Lease(name, token, stolen.text(1)));
    }

    /** Stores, if the lease still holds, and gives it back. */
    Storing store(Lease lease, Envelope value, Duration life) {
        return store(
                generations.once(
                        link,
                        Script.STORE,
                        lease,
                        text(lease.token()),
                        value.bytes(),
                        text(life.toMillis()),
                        text(link.channel()),
                        message("s", lease.name())),
                lease.name());
    }

    /** Stores without a lease. */
    Storing put(String name, Envelope value, Duration life) {
        return store(
                generations.call(
                        link,
                        Script.STORE,
                        name,
                        text(""),
                        value.bytes(),
                        text(life.toMillis()),
                        text(link.channel()),
                        message("s", name)),
                name);
    }

    private Storing store(Optional<Answer> answer, String name) {
        if (answer.isEmpty()) {
            owed.add(name);
            return Storing.AWAY;
        }
        return answer.get().word().equals("stored") ? Storing.STORED : Storing.FENCED;
    }

    /**
     * Gives the lease back.
     *
     * @param fault for those who wait for it, or empty
     */
    void release(Lease lease, String fault) {
        Optional<Answer> answer = generations.once(
                link,
                Script.RELEASE,
                lease,
                text(lease.token()),
                text(fault),
                text(FAULT_LIFE.toMillis()),
                text(link.channel()),
                message("f", lease.name()));
        if (answer.isEmpty()) {
            owed.add(lease.name());
        }
    }

    /** Drops, and takes the lease away. @return whether there was a value */
    boolean drop(String name) {
        return drop(name, "");
    }

    /** Drops the value with this head, if it is still there. */
    boolean drop(String name, String head) {
        Optional<Answer> answer = generations.call(link, Script.DROP, name, dropping(name, head));
        if (answer.isEmpty()) {
            owed.add(name);
        }
        return answer.filter(dropped -> dropped.number(1) > 0).isPresent();
    }

    /** Drops what Redis has of this name as soon as that is possible. */
    void owe(String name) {
        owed.add(name);
    }

    /** Drops everything, and takes all leases away. @return how many values there were, 0 when Redis is away */
    int dropAll() {
        Optional<String> former = generations.renew(link, text(link.channel()), message("a", "-"));
        if (former.isEmpty()) {
            owed.addEverything();
            return 0;
        }
        int dropped = 0;
        while (true) {
            Optional<Answer> swept = generations.sweep(link, former.get());
            if (swept.isEmpty() || swept.get().number(2) == 0) {
                return dropped;
            }
            dropped += Math.toIntExact(swept.get().number(1));
        }
    }

    /** Whether there is something that Redis was not told. */
    boolean owes() {
        return !owed.isNothing();
    }

    /** Tells Redis what is owed. @return whether nothing is left */
    boolean settle(Evaluator redis) {
        while (owes()) {
            Owed.Part part = owed.take();
            if (!settle(part, redis)) {
                owed.giveBack(part);
                return false;
            }
        }
        return true;
    }

    private boolean settle(Owed.Part part, Evaluator redis) {
        if (part.everything()) {
            return generations
                    .renew(redis, text(link.channel()), message("a", "-"))
                    .isPresent();
        }
        for (String name : part.names()) {
            if (generations.call(redis, Script.DROP, name, dropping(name, "")).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    void missedMessages() {
        generations.forget();
        listener.missedMessages();
        signals.wakeAll();
    }

    /** Takes a message: stored, dropped, freed, or all dropped. What this node did itself it knows already. */
    void hear(boolean own, String what, String name) {
        if (!own) {
            switch (what) {
                case "s" -> listener.changed(name);
                case "d" -> listener.dropped(name);
                case "a" -> {
                    generations.forget();
                    listener.droppedAll();
                }
                default -> {
                    // A lease is free: only those who wait for it care.
                }
            }
        }
        if (what.equals("a")) {
            signals.wakeAll();
        } else {
            signals.wake(name);
        }
    }

    private byte[] message(String what, String name) {
        return text(link.node() + ' ' + generations.kind() + ' ' + what + ' ' + name);
    }

    private byte[][] dropping(String name, String head) {
        return new byte[][] {head.getBytes(StandardCharsets.ISO_8859_1), text(link.channel()), message("d", name)};
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(long number) {
        return text(Long.toString(number));
    }
}

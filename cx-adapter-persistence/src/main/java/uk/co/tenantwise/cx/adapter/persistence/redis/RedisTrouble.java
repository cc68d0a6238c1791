package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with Redis: counted, and told in the log, each cause once while Redis is away. Thread-safe. */
final class RedisTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(RedisTrouble.class);
    private static final int DEPTH_OF_CAUSES = 10;

    private final LongAdder count = new LongAdder();
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private volatile String last = "not reached yet";

    /** How many failures were noted. */
    long count() {
        return count.sum();
    }

    /** The last one, in words that hold nothing secret. */
    String last() {
        return last;
    }

    void note(Exception e) {
        count.increment();
        Throwable failure = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        Throwable root = root(failure);
        last = root.equals(failure) ? kind(failure) : kind(failure) + ": " + kind(root);
    }

    void sayAway(String why) {
        if (said.add(why)) {
            LOG.warn("Redis is away ({}): this node goes by its own snapshots", why);
        }
    }

    void over() {
        said.clear();
        LOG.info("Redis is there: nodes share snapshots and log-ins");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        Throwable cause = failure.getCause();
        for (int depth = 0; depth < DEPTH_OF_CAUSES && cause != null; depth++) {
            root = cause;
            cause = root.getCause();
        }
        return root;
    }

    /** The class of a failure and Redis' own code, such as OOM or WRONGPASS: further words may hold what is secret. */
    private static String kind(Throwable failure) {
        String code = String.valueOf(failure.getMessage()).split(" ", 2)[0];
        return failure.getClass().getSimpleName() + (code.matches("[A-Z]{2,20}") ? " " + code : "");
    }
}

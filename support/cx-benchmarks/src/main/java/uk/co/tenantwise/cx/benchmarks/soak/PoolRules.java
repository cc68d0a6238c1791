package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * At rest two nodes have no more connections open than their pools may hold. Under load and faults their number says nothing:
 * a pool that is full is no leak.
 *
 * @param toCx how many to Cx
 * @param toPostgres how many to PostgreSQL
 * @param toRedis how many to Redis
 */
record PoolRules(int toCx, int toPostgres, int toRedis) {
    private static final int NODES = 2;

    /** As many as calls at a time, by default. */
    private static final int MOST_TO_CX = 16;

    private static final int MOST_TO_POSTGRES = 16;

    /** One for commands, one for messages, and one that is just being opened. */
    private static final int MOST_TO_REDIS = 3;

    /** What is wrong, nothing when all have been given back. */
    List<String> check() {
        List<String> wrong = new ArrayList<>();
        check(wrong, "Cx", toCx, MOST_TO_CX);
        check(wrong, "PostgreSQL", toPostgres, MOST_TO_POSTGRES);
        check(wrong, "Redis", toRedis, MOST_TO_REDIS);
        return wrong;
    }

    private static void check(List<String> wrong, String target, int open, int most) {
        if (open > NODES * most) {
            wrong.add(open + " connections to " + target + " at rest, more than the pools of two nodes hold");
        }
    }
}

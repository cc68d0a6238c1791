package uk.co.tenantwise.cx.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.World;
import uk.co.tenantwise.cx.simulator.Endpoint;

/**
 * One kill: a cancellation at each of some steps, the end of the node, its restart, and the check of what became of them.
 *
 * @param world where it happens
 * @param victim the node that is killed
 * @param survivor another node of the instance, or the victim itself when it is alone
 */
record KillRound(World world, Node victim, Node survivor) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * What a round has shown.
     *
     * @param attempts the cancellations
     * @param recovery from the restart until all was final and checked
     * @param inTime whether each was still at its step when the kill came; calls may have timed out on a busy machine
     */
    record Result(List<Attempt> attempts, Duration recovery, boolean inTime) {}

    /**
     * Runs the round.
     *
     * @param requests after how many requests to Cx, by the cancellations that nothing holds, the kill comes
     */
    Result run(Collection<KillStep> steps, int requests) throws Exception {
        warmUp();
        Approach approach = new Approach(world, victim);
        for (KillStep step : steps) {
            if (step != KillStep.ANY_MOMENT) {
                approach.begin(step);
            }
        }
        approach.await();
        if (steps.contains(KillStep.ANY_MOMENT)) {
            int before = world.cx().requests().count(Endpoint.ANY);
            approach.begin(KillStep.ANY_MOMENT);
            approach.begin(KillStep.ANY_MOMENT);
            world.cx().requests().await(Endpoint.ANY, before + requests, PATIENCE);
        }
        List<Attempt> attempts = approach.attempts();
        boolean inTime = attempts.stream()
                .filter(attempt -> attempt.step() != KillStep.ANY_MOMENT)
                .noneMatch(attempt -> attempt.answer().isDone());
        victim.kill();
        approach.letGo();
        victim.start();
        long restarted = System.nanoTime();
        check(attempts);
        return new Result(attempts, Duration.ofNanos(System.nanoTime() - restarted), inTime);
    }

    /** So that no log-in is needed on the way to the steps. */
    private void warmUp() throws Exception {
        assertThat(victim.api().signIn(world.customer().contact()).join().status())
                .isEqualTo(200);
    }

    private void check(List<Attempt> attempts) throws Exception {
        Invariants invariants = new Invariants(world, survivor, victim);
        boolean shared = survivor != victim;
        if (shared) {
            invariants.awaitFinalOutcomes();
        }
        for (Attempt attempt : attempts) {
            invariants.check(attempt);
        }
        if (shared) {
            try (var connection = world.postgres().connect()) {
                Invariants.checkRecord(connection, attempts);
            }
        }
    }
}

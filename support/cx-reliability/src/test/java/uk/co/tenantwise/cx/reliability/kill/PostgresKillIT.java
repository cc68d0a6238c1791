package uk.co.tenantwise.cx.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.World;

/** Two nodes on PostgreSQL: one is killed at every step, the other one and its restart find out what became of it. */
class PostgresKillIT {
    private static final Duration API_TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void kill_shouldLoseAndDoubleNoCancellation_whenOneOfTwoNodesIsKilledAtEachStep() throws Exception {
        try (World world = World.onPostgres(folder, API_TIMEOUT);
                Node victim = world.node().start();
                Node survivor = world.node().start()) {
            world.connect(victim);
            KillRound.Result result = new KillRound(world, victim, survivor).run(KillStep.onPostgres(), 5);

            assertThat(result.inTime()).isTrue();
        }
    }
}

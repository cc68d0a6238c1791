package uk.co.tenantwise.cx.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.World;

/** One node on H2: a kill at every step, and a restart. */
class H2KillIT {
    private static final Duration API_TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void kill_shouldLoseAndDoubleNoCancellation_whenOneNodeIsKilledAtEachStep() throws Exception {
        try (World world = World.onH2(folder, API_TIMEOUT);
                Node node = world.node().start()) {
            world.connect(node);
            KillRound.Result result = new KillRound(world, node, node).run(KillStep.onH2(), 5);
            assertThat(result.inTime()).isTrue();

            node.kill();
            try (Connection connection = DriverManager.getConnection(url(node), "cx", "")) {
                Invariants.checkRecord(connection, result.attempts());
            }
        }
    }

    /** The URL of the node's database, which nobody else has open. */
    static String url(Node node) {
        return "jdbc:h2:async:" + node.data().resolve("cx")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;IFEXISTS=TRUE";
    }
}

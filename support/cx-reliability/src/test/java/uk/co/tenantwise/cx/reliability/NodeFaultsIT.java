package uk.co.tenantwise.cx.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.reliability.harness.Customer;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.Reply;
import uk.co.tenantwise.cx.reliability.harness.Tokens;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;

/** Rows D4, D10 and L8: a node on H2 whose disk is full, whose key is wrong, or whose log cannot be written. */
class NodeFaultsIT {
    private static final Duration API_TIMEOUT = Duration.ofSeconds(2);
    private static final String REFRESH = "{\"repairsMinutes\": %d, \"customerMinutes\": 15}";

    @TempDir
    private Path folder;

    @Test
    void disk_shouldStopSavesCleanlyAndNothingElse_whenItIsFull() throws Exception {
        try (World world = World.onH2(folder, API_TIMEOUT);
                Node node = world.node().onDiskOf("4m").start()) {
            world.connect(node);
            Customer customer = world.customer();
            node.api().signIn(customer.contact()).join().is(200);
            Path filler = node.data().resolve("filler");

            fill(filler);
            int refused = savesUntilRefused(node);
            assertThat(node.api().repairs(customer.contact()).is(200).text("source"))
                    .isEqualTo("CACHE");
            assertThat(node.api()
                            .cancel(customer.contact(), customer.repair(), "key")
                            .join()
                            .is(503)
                            .text("code"))
                    .isEqualTo("STORE_UNAVAILABLE");
            assertThat(world.cancelCalls(customer)).isZero();

            Files.delete(filler);
            Until.isTrue(
                    "saving works again",
                    Duration.ofSeconds(5),
                    () -> node.api().put("refresh", REFRESH.formatted(1_000)).status() == 200);
            assertHistoryIsWhole(node, refused);
            node.api()
                    .cancel(customer.contact(), customer.repair(), "key")
                    .join()
                    .is(200);
        }
    }

    @Test
    void keyFile_shouldSwitchTheIntegrationOffAndSaySo_untilItIsPutBack() throws Exception {
        try (World world = World.onH2(folder, API_TIMEOUT);
                Node node = world.node().start()) {
            world.connect(node);
            Customer customer = world.customer();
            node.kill();
            Path key = folder.resolve("cx.key");
            byte[] right = Files.readAllBytes(key);
            Files.write(key, "damaged".getBytes(StandardCharsets.UTF_8));

            node.start();
            assertThat(node.api().get(Tokens.ADMIN, "/integration").is(200).text("status"))
                    .isNotEqualTo("READY");
            assertThat(node.api().signIn(customer.contact()).join().status()).isEqualTo(503);

            Files.write(key, right);
            Until.isTrue(
                    "customers can sign in",
                    Duration.ofSeconds(5),
                    () -> node.api().signIn(customer.contact()).join().status() == 200);
            assertThat(node.api().get(Tokens.ADMIN, "/integration").is(200).text("status"))
                    .isEqualTo("READY");
        }
    }

    @Test
    void log_shouldNotBeNeeded_whenItsDiskIsFull() throws Exception {
        try (World world = World.onH2(folder, API_TIMEOUT);
                Node node = world.node().writingTo(Path.of("/dev/full")).start()) {
            world.connect(node);
            Customer customer = world.customer();
            node.api().signIn(customer.contact()).join().is(200);
            node.api()
                    .cancel(customer.contact(), customer.repair(), "key")
                    .join()
                    .is(200);
            assertThat(node.api()
                            .get(Tokens.ADMIN, "/integration/history")
                            .is(200)
                            .json()
                            .path("items"))
                    .hasSize(3);
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[1_024];
        try (var out = Files.newOutputStream(filler)) {
            for (int blocks = 0; blocks < 8 * 1_024; blocks++) {
                out.write(block);
            }
            throw new AssertionError("the disk does not get full");
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    /** @return how many minutes the first save that was refused would have set */
    private static int savesUntilRefused(Node node) throws Exception {
        for (int minutes = 16; minutes < 500; minutes++) {
            Reply reply = node.api().put("refresh", REFRESH.formatted(minutes));
            if (reply.status() != 200) {
                assertThat(reply.is(503).text("code")).isEqualTo("STORE_UNAVAILABLE");
                return minutes;
            }
        }
        throw new AssertionError("no save was refused");
    }

    /** Each version has its line in the history, and what was refused has left nothing. */
    private static void assertHistoryIsWhole(Node node, int refused) throws Exception {
        long version = node.api()
                .get(Tokens.ADMIN, "/integration")
                .is(200)
                .json()
                .path("version")
                .asLong();
        Reply history =
                node.api().get(Tokens.ADMIN, "/integration/history?limit=100").is(200);
        assertThat(history.json()
                        .path("items")
                        .path(0)
                        .path("changes")
                        .path(0)
                        .path("after")
                        .asText())
                .contains("1000");
        assertThat(history.body()).doesNotContain("\"after\":\"" + refused + "\"");
        assertThat(version).isEqualTo(3 + (refused - 16) + 1);
    }
}

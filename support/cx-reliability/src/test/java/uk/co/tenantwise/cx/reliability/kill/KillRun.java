package uk.co.tenantwise.cx.reliability.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.World;

/**
 * The long form: so many kills, half of them on H2 and half on PostgreSQL with two nodes, at steps and moments that a seed
 * chooses. Writes a report after each round and ends with 1 when a promise was broken. Arguments: kills, seed, report file.
 */
public final class KillRun {
    private static final Duration API_TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_REQUESTS = 10;

    private final KillReport report;
    private final int kills;
    private final long seed;
    private final Path file;

    private KillRun(int kills, long seed, Path file) {
        this.kills = kills;
        this.seed = seed;
        this.file = file;
        this.report = new KillReport(kills, seed);
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path file = Path.of(args.length > 2 ? args[2] : "kill-report.md");
        KillRun run = new KillRun(kills, seed, file);
        Path folder = Files.createTempDirectory("cx-kill-run");
        List<Future<?>> halves = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            halves.add(executor.submit(() -> run.onH2(folder.resolve("h2"))));
            halves.add(executor.submit(() -> run.onPostgres(folder.resolve("postgres"))));
        }
        for (Future<?> half : halves) {
            half.get();
        }
        System.exit(run.report.isClean() ? 0 : 1);
    }

    private boolean onH2(Path folder) throws Exception {
        try (World world = World.onH2(Files.createDirectories(folder), API_TIMEOUT);
                Node node = world.node().start()) {
            world.connect(node);
            Random random = new Random(seed);
            List<Attempt> checked = new ArrayList<>();
            for (int kill = 0; kill < kills / 2; kill++) {
                checked.addAll(run("H2, one node", new KillRound(world, node, node), KillStep.onH2(), random));
            }
            node.kill();
            try (Connection connection = DriverManager.getConnection(H2KillIT.url(node), "cx", "")) {
                Invariants.checkRecord(connection, checked);
            }
        }
        return true;
    }

    private boolean onPostgres(Path folder) throws Exception {
        try (World world = World.onPostgres(Files.createDirectories(folder), API_TIMEOUT);
                Node one = world.node().start();
                Node other = world.node().start()) {
            world.connect(one);
            Random random = new Random(seed + 1);
            for (int kill = 0; kill < kills - kills / 2; kill++) {
                KillRound round =
                        random.nextBoolean() ? new KillRound(world, one, other) : new KillRound(world, other, one);
                var unused = run("PostgreSQL, two nodes", round, KillStep.onPostgres(), random);
            }
        }
        return true;
    }

    /** Lost sends take a quarter of a minute to settle: every fourth round has some. @return what was checked */
    private List<Attempt> run(String where, KillRound round, Set<KillStep> possible, Random random) throws IOException {
        boolean settling = random.nextInt(4) == 0;
        Set<KillStep> steps = EnumSet.noneOf(KillStep.class);
        while (steps.isEmpty()) {
            possible.stream()
                    .filter(step -> random.nextInt(4) > 0 && (settling || !step.settles()))
                    .forEach(steps::add);
        }
        int requests = 1 + random.nextInt(MOST_REQUESTS);
        try {
            KillRound.Result result = round.run(steps, requests);
            report.passed(where, result);
            return result.attempts();
        } catch (AssertionError | Exception e) {
            report.failed(where, steps, e);
            revive(round);
            return List.of();
        } finally {
            write();
        }
    }

    private synchronized void write() throws IOException {
        Files.writeString(file, report.text());
    }

    private static void revive(KillRound round) throws IOException {
        round.world().cx().faults().clear();
        try {
            for (Node node : List.of(round.victim(), round.survivor())) {
                if (!node.isAlive()) {
                    node.start();
                }
            }
        } catch (Exception e) {
            throw new IOException("the node does not start again", e);
        }
    }
}

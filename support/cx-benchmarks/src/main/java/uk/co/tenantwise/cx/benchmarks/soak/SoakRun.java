package uk.co.tenantwise.cx.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;
import uk.co.tenantwise.cx.simulator.CxSimulator;
import uk.co.tenantwise.cx.simulator.Endpoint;

/**
 * Runs the soak, writes its report, and ends with 1 when a promise was broken. Arguments: duration of the load, such as PT10M,
 * seed, report file. It ends by itself some minutes after the load at the latest, and ends all processes that it started.
 */
public final class SoakRun {
    /** After the load: finishing what is under way, settling, and the checks. */
    private static final Duration LONGEST_END = Duration.ofMinutes(8);

    private static final Duration REST = Duration.ofMinutes(1);

    private static final int MOST_VIRTUAL_THREADS = 100;

    private final SoakPlan plan;
    private final Surroundings surroundings;
    private final Findings findings = new Findings();
    private final Calm calm = new Calm();
    private final Desk desk;
    private final Instant began = Instant.now();
    private final VitalsProbe probe;
    private final CountDownLatch stop = new CountDownLatch(1);

    private SoakRun(SoakPlan plan, Surroundings surroundings, Path folder) {
        this.plan = plan;
        this.surroundings = surroundings;
        this.probe = new VitalsProbe(began, folder);
        AnswerRules rules = new AnswerRules(SoakPlan.REFRESH, SoakPlan.MAX_STALE);
        this.desk = new Desk(surroundings.fleet(), rules, findings, calm);
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        // A client that keeps connections for longer than the server does would find some of them closed.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        SoakPlan plan = SoakPlan.of(args);
        Path folder = Files.createTempDirectory("cx-soak");
        endAtTheLatest(plan.load().plus(LONGEST_END));
        int broken;
        try (Surroundings surroundings = new Surroundings(folder, plan)) {
            SoakRun run = new SoakRun(plan, surroundings, folder);
            run.load();
            new Finale(surroundings, run.desk, run.findings).run();
            run.awaitRest();
            Files.writeString(plan.report(), new SoakReport(plan, run.findings).text(run.began, run.judge()));
            broken = run.findings.broken();
        }
        System.exit(broken == 0 ? 0 : 1);
    }

    /** Whatever hangs, nothing of it is left: exit hooks end the processes. */
    @SuppressWarnings("SystemOut")
    private static void endAtTheLatest(Duration time) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(time.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            System.err.println("BROKEN the run did not end within " + time);
            System.exit(2);
        });
    }

    private void load() throws Exception {
        Instant end = began.plus(plan.load());
        List<Future<?>> work = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Tenant> tenants = surroundings.tenants();
            for (int i = 0; i < tenants.size(); i++) {
                Random random = new Random(plan.seed() * SoakPlan.CUSTOMERS + i);
                Session session = new Session(tenants.get(i), desk, random, SoakPlan.THINK, executor);
                work.add(executor.submit(() -> finish(() -> session.run(stop))));
            }
            for (Track track : tracks()) {
                work.add(executor.submit(() -> finish(() -> track.run(stop, end))));
            }
            work.add(executor.submit(() -> finish(this::watch)));
            boolean failed = stop.await(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS);
            findings.count(failed ? "the load was cut short" : "the load was carried through");
            stop.countDown();
            // Before the executor is closed: a session sends its last clicks by it.
            for (Future<?> part : work) {
                part.get();
            }
        }
    }

    /** Does a part of the load; when it fails, the others stop. */
    private boolean finish(Disturbance.Step part) throws Exception {
        boolean done = false;
        try {
            part.run();
            done = true;
        } finally {
            if (!done) {
                stop.countDown();
            }
        }
        return true;
    }

    private List<Track> tracks() {
        World world = surroundings.world();
        Fleet fleet = surroundings.fleet();
        Random random = new Random(plan.seed());
        List<Disturbance> gentle = Stream.concat(
                        OwnDisturbances.ofStores(world.postgres(), surroundings.redis()).stream(),
                        OwnDisturbances.ofPauses(fleet).stream())
                .toList();
        Deck all = new Deck(
                Stream.concat(gentle.stream(), OwnDisturbances.ofRestarts(fleet).stream())
                        .toList(),
                random);
        Deck later = new Deck(gentle, random);
        Instant lastRestart = began.plus(plan.restarts());
        Supplier<Disturbance> own = () -> (Instant.now().isBefore(lastRestart) ? all : later).next();
        Random other = new Random(~plan.seed());
        Deck cx = new Deck(CxDisturbances.of(world), other);
        return List.of(new Track(own, random, calm, findings), new Track(cx::next, other, calm, findings));
    }

    /** Measures the processes again and again; a full collection disturbs them too. */
    private void watch() throws InterruptedException {
        while (!stop.await(SoakPlan.BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            for (int node = 0; node < 2; node++) {
                if (surroundings.fleet().isUp(node)) {
                    calm.disturb();
                    probe.measure(node + 1, surroundings.fleet().node(node).pid())
                            .ifPresent(findings::add);
                    calm.end();
                }
            }
        }
    }

    /** What was under way at the end of the load ends, and connections are given back. */
    private void awaitRest() throws Exception {
        try {
            Until.isTrue(
                    "connections are given back",
                    REST,
                    () -> connections().check().isEmpty());
        } catch (AssertionError never) {
            findings.broken(connections().check());
        }
    }

    private PoolRules connections() {
        World world = surroundings.world();
        return new PoolRules(
                world.toCx().connections(),
                world.postgres().proxy().connections(),
                surroundings.redis().proxy().connections());
    }

    /** Judges processes and logs. @return what was measured there */
    private Map<String, String> judge() throws IOException {
        if (plan.isLong()) {
            findings.broken(plan.vitalRules().check(findings.vitals()));
        }
        Map<String, String> facts = new TreeMap<>();
        LogRules logs = new LogRules(World.secrets());
        for (int node = 0; node < 2; node++) {
            String name = "node " + (node + 1);
            long pid = surroundings.fleet().node(node).pid();
            long threads = probe.virtualThreads(pid);
            if (threads > MOST_VIRTUAL_THREADS) {
                findings.broken(List.of(name + " has " + threads + " virtual threads with nothing to do"));
            }
            List<String> pinned = probe.pinned(pid);
            pinned.stream()
                    .map(event -> "a carrier was pinned in " + name + ": " + event)
                    .forEach(this::broken);
            String log = surroundings.fleet().node(node).output();
            logs.check(log).stream().map(wrong -> name + ": " + wrong).forEach(this::broken);
            facts.put(name + ", virtual threads at the end", Long.toString(threads));
            facts.put(name + ", carriers pinned for 20 ms or longer", Integer.toString(pinned.size()));
            facts.put(
                    name + ", log",
                    "%d lines, %d errors"
                            .formatted(
                                    log.lines().count(),
                                    log.lines()
                                            .filter(line -> line.contains(" ERROR "))
                                            .count()));
        }
        PoolRules open = connections();
        facts.put(
                "connections of both nodes at rest, to Cx, PostgreSQL and Redis",
                "%d, %d, %d".formatted(open.toCx(), open.toPostgres(), open.toRedis()));
        CxSimulator cx = surroundings.world().cx();
        facts.put("Cx, requests", Integer.toString(cx.requests().count(Endpoint.ANY)));
        facts.put(
                "Cx, cancel calls and cancellations carried out",
                "%d, %d"
                        .formatted(
                                cx.requests().count(Endpoint.CANCEL_ORDER)
                                        + cx.requests().count(Endpoint.CANCEL_APPOINTMENT),
                                cx.site().cancellations().size()));
        return facts;
    }

    private void broken(String what) {
        findings.broken(List.of(what));
    }
}

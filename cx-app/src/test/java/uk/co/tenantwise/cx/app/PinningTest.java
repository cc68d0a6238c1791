package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

/** Row N7: requests run on virtual threads, none of them holds on to its carrier while it waits, and none is left behind. */
class PinningTest {
    private static final int TOGETHER = 50;
    private static final int MORE_THREADS_AT_MOST = 30;

    private static void useAll(Running app) throws Exception {
        Together.times(TOGETHER, () -> app.post(Tokens.PORTAL, "/customers/" + SampleSite.CUSTOMER + "/sign-in", ""))
                .forEach(answer -> answer.is(200));
        Together.times(TOGETHER, () -> app.get(Tokens.PORTAL, "/customers/" + SampleSite.CUSTOMER + "/repairs"))
                .forEach(answer -> answer.is(200));
        Together.times(TOGETHER, () -> app.get(Tokens.ADMIN, "/integration/history"))
                .forEach(answer -> answer.is(200));
    }

    private static int platformThreads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    @Test
    void requests_shouldNotPinACarrierOrLeaveThreads_whenTheyWaitForCxAndTheDatabase(@TempDir Path data)
            throws Exception {
        try (Running app = Running.start(data, Map.of("CX_API_MAX_CALLS", "4"));
                Recording recording = new Recording()) {
            app.fresh();
            app.cx.faults().always(Endpoint.ANY, Fault.delay(Duration.ofMillis(50)));
            // Classes are initialised by whoever comes first, and those who wait for that are pinned.
            useAll(app);
            cancel(app, SampleSite.OLD_REPAIR);
            int before = platformThreads();
            recording
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ofMillis(20))
                    .withStackTrace();
            recording.enable("jdk.VirtualThreadStart").withoutThreshold();
            recording.start();

            for (int round = 0; round < 5; round++) {
                useAll(app);
            }
            cancel(app, SampleSite.REPAIR);

            recording.stop();
            Path file = data.resolve("pinning.jfr");
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            assertThat(events)
                    .filteredOn(event -> is(event, "VirtualThreadStart"))
                    .hasSizeGreaterThan(TOGETHER);
            assertThat(events)
                    .filteredOn(event -> is(event, "VirtualThreadPinned"))
                    .filteredOn(event -> !loadsAClass(event))
                    .isEmpty();
            assertThat(platformThreads() - before).isLessThanOrEqualTo(MORE_THREADS_AT_MOST);
        }
    }

    private static void cancel(Running app, String repair) throws Exception {
        app.post(Tokens.PORTAL, "/customers/" + SampleSite.CUSTOMER + "/repairs/" + repair + "/cancellation", "")
                .is(200);
    }

    /** That happens once for each class, and never on a path that is warm. */
    private static boolean loadsAClass(RecordedEvent event) {
        return String.valueOf(event.getStackTrace()).contains("jdk.internal.loader.");
    }

    private static boolean is(RecordedEvent event, String type) {
        return event.getEventType().getName().equals("jdk." + type);
    }
}

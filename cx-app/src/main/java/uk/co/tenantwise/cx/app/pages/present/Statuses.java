package uk.co.tenantwise.cx.app.pages.present;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import uk.co.tenantwise.cx.app.pages.diary.CallDiary;
import uk.co.tenantwise.cx.app.pages.diary.CallDiary.Hour;
import uk.co.tenantwise.cx.app.pages.view.StatusView;
import uk.co.tenantwise.cx.app.pages.view.StatusView.Chart;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.settings.Readiness;
import uk.co.tenantwise.cx.domain.time.UkTime;
import uk.co.tenantwise.cx.ports.driving.ForExplainingFaults.Explanation;

/** Shows how the integration is doing. */
public final class Statuses {
    private static final int LEFT = 40;
    private static final int HOUR_WIDTH = 28;
    private static final int TOP = 20;
    private static final int BASELINE = 170;
    private static final int HEIGHT = 204;
    private static final int HOURS_PER_LABEL = 4;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Statuses() {}

    /** The page; {@code open} is empty when the database does not tell, {@code clocks} when they agree. */
    public static StatusView of(
            Readiness readiness,
            CallDiary.Page page,
            Optional<Explanation> clocks,
            int snapshots,
            Optional<OpenSummary> open) {
        int retrieved = sum(page, Hour::retrieved);
        int failed = sum(page, Hour::failed);
        return new StatusView(
                Plain.state(readiness),
                Plain.tag(readiness),
                "Counted on this server since " + Dates.ENGLISH.stamp(page.since()) + ".",
                page.lastSuccess().map(Dates.ENGLISH::stamp).orElse("None yet"),
                page.lastFailure().map(Dates.ENGLISH::stamp).orElse("None"),
                page.lastFault().map(Plain::fault).orElse(""),
                clocks.map(said -> said.cause() + " " + said.remedy()).orElse(""),
                String.valueOf(snapshots),
                hitRate(page),
                open.map(Statuses::open).orElse("Not known: the database does not answer"),
                Plain.attention(open.map(OpenSummary::needingAttention).orElse(0)),
                String.valueOf(retrieved),
                String.valueOf(failed),
                chart(page.hours(), retrieved, failed));
    }

    private static String open(OpenSummary open) {
        return open.oldest()
                .map(oldest -> open.open() + ", the oldest of " + Dates.ENGLISH.stamp(oldest))
                .orElse("None");
    }

    private static String hitRate(CallDiary.Page page) {
        int kept = sum(page, Hour::kept);
        int all = kept + sum(page, Hour::retrieved) + sum(page, Hour::stale);
        return all == 0
                ? "Nothing asked for in the last 24 hours"
                : Math.round(100.0 * kept / all) + "% of " + all + " in the last 24 hours";
    }

    private static Chart chart(List<Hour> hours, int retrieved, int failed) {
        int top = Math.max(
                1,
                hours.stream()
                        .mapToInt(hour -> Math.max(hour.retrieved(), hour.failed()))
                        .max()
                        .orElse(0));
        List<StatusView.Hour> bars = new ArrayList<>();
        for (Hour hour : hours) {
            bars.add(new StatusView.Hour(
                    clock(hour.from()),
                    bars.size() % HOURS_PER_LABEL == 0,
                    LEFT + bars.size() * HOUR_WIDTH,
                    hour.retrieved(),
                    hour.failed(),
                    bar(hour.retrieved(), top),
                    bar(hour.failed(), top)));
        }
        String summary = count(retrieved, "retrieval", "retrievals") + " from Cx and "
                + count(failed, "fault", "faults") + " in the last 24 hours.";
        return new Chart(LEFT + hours.size() * HOUR_WIDTH, HEIGHT, BASELINE, String.valueOf(top), summary, bars);
    }

    /** In proportion to the highest; what is there is seen, however small. */
    private static int bar(int value, int top) {
        int height = Math.round((float) (BASELINE - TOP) * value / top);
        return value > 0 ? Math.max(2, height) : 0;
    }

    private static String clock(Instant instant) {
        return CLOCK.format(UkTime.at(instant));
    }

    private static int sum(CallDiary.Page page, ToIntFunction<Hour> what) {
        return page.hours().stream().mapToInt(what).sum();
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}

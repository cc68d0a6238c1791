package uk.co.tenantwise.cx.app.pages.diary;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.ports.driven.ForObserving;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Counts retrievals, faults and hits by the hour for 24 hours. Thread-safe; it holds at most 25 small entries. */
public final class CallDiary implements ForObserving {
    /** How far back it goes, in hours. */
    public static final int HOURS = 24;

    private final InstantSource clock;
    private final Instant since;
    private final Map<Instant, Hour> hours = new HashMap<>();
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<Instant> lastFailure = Optional.empty();
    private Optional<FaultCode> lastFault = Optional.empty();

    /** An empty diary that begins now. */
    public CallDiary(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /**
     * What happened.
     *
     * @param since since when this is kept
     * @param lastSuccess when Cx last answered
     * @param lastFailure when it last did not
     * @param lastFault why not
     * @param hours 24 of them, oldest first; the last one is under way
     */
    public record Page(
            Instant since,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastFailure,
            Optional<FaultCode> lastFault,
            List<Hour> hours) {
        /** Copies the list. */
        public Page {
            hours = List.copyOf(hours);
        }
    }

    /**
     * One hour.
     *
     * @param from its beginning
     * @param retrieved how often data were retrieved
     * @param kept how often what was kept could be used
     * @param stale how often it had to be used although it was due
     * @param failed how often Cx failed
     */
    public record Hour(Instant from, int retrieved, int kept, int stale, int failed) {
        private static Hour empty(Instant from) {
            return new Hour(from, 0, 0, 0, 0);
        }

        private Hour plus(Source source) {
            return switch (source) {
                case LIVE -> new Hour(from, retrieved + 1, kept, stale, failed);
                case CACHE -> new Hour(from, retrieved, kept + 1, stale, failed);
                case STALE -> new Hour(from, retrieved, kept, stale + 1, failed);
            };
        }

        private Hour plusFault() {
            return new Hour(from, retrieved, kept, stale, failed + 1);
        }
    }

    @Override
    public void observe(Observation observation) {
        switch (observation) {
            case Observation.CxAnswered answered -> succeeded(answered.at());
            case Observation.CxFailed answer when answer.isAnswer() -> succeeded(answer.at());
            case Observation.CxFailed failed ->
                failed(failed.at(), failed.fault().code());
            case Observation.Served served -> count(hour -> hour.plus(served.source()));
            case Observation.RowsSetAside rows -> {}
            case Observation.ForeignRepairsDropped repairs -> {}
            case Observation.CancellationRecorded cancellation -> {}
            case Observation.AnswerNotStored answer -> {}
        }
    }

    /** What happened in the last 24 hours. */
    public synchronized Page read() {
        Instant current = clock.instant().truncatedTo(ChronoUnit.HOURS);
        List<Hour> page = new ArrayList<>();
        for (int ago = HOURS - 1; ago >= 0; ago--) {
            Instant from = current.minus(Duration.ofHours(ago));
            page.add(hours.getOrDefault(from, Hour.empty(from)));
        }
        return new Page(since, lastSuccess, lastFailure, lastFault, page);
    }

    private synchronized void succeeded(Instant at) {
        lastSuccess = Optional.of(at);
    }

    private synchronized void failed(Instant at, FaultCode code) {
        lastFailure = Optional.of(at);
        lastFault = Optional.of(code);
        count(Hour::plusFault);
    }

    private synchronized void count(UnaryOperator<Hour> more) {
        Instant from = clock.instant().truncatedTo(ChronoUnit.HOURS);
        hours.put(from, more.apply(hours.getOrDefault(from, Hour.empty(from))));
        hours.keySet().removeIf(old -> old.isBefore(from.minus(Duration.ofHours(HOURS))));
    }
}

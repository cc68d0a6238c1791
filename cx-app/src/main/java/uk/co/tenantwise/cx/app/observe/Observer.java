package uk.co.tenantwise.cx.app.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.ports.driven.ForObserving;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Counts, logs and remembers what the core observes. Nothing of it names a customer. Thread-safe. */
@Singleton
final class Observer implements ForObserving {
    private static final Logger LOG = LoggerFactory.getLogger(Observer.class);

    /** 1, 5, 15 and 60 minutes, 6 and 24 hours, in seconds. */
    private static final double[] AGE_BUCKETS = {60, 300, 900, 3_600, 21_600, 86_400};

    /** Shown from the start, with 0: the rise of a counter that is not there cannot be seen. */
    private static final List<CancellationOutcome> OUTCOMES = List.of(
            new CancellationOutcome.Cancelled(),
            new CancellationOutcome.AlreadyCancelled(),
            new CancellationOutcome.Refused(RefusalReason.NOTICE_TOO_SHORT),
            new CancellationOutcome.RefusedByCx(""));

    private final MeterRegistry meters;
    private final CxStatus status;
    private final SparingLog log;
    private final Counter retrievals;
    private final Counter setAside;
    private final Counter foreign;
    private final Counter notStored;
    private final Map<FaultCode, Counter> faults;
    private final Map<Source, Counter> served;
    private final Map<Source, DistributionSummary> ages;

    Observer(MeterRegistry meters, CxStatus status, SparingLog log) {
        this.meters = meters;
        this.status = status;
        this.log = log;
        this.retrievals = Counter.builder("cx.retrievals")
                .description("Retrievals from Cx that succeeded")
                .register(meters);
        this.setAside = Counter.builder("cx.rows.set.aside")
                .description("Rows of Cx without a usable reference")
                .register(meters);
        this.foreign = Counter.builder("cx.foreign.repairs.dropped")
                .description("Repairs that Cx sent although they belong to another contact")
                .register(meters);
        this.notStored = Counter.builder("cx.answers.not.stored")
                .description("Answers that could not be stored for repeats of their requests")
                .register(meters);
        OUTCOMES.forEach(outcome -> cancellations(meters, outcome));
        this.faults = meters(
                FaultCode.class,
                code -> Counter.builder("cx.faults")
                        .description("Times that Cx did not serve a request")
                        .tag("code", code.name())
                        .register(meters));
        this.served = meters(
                Source.class,
                source -> Counter.builder("cx.served")
                        .description("Answers to customers")
                        .tag("source", source.name())
                        .register(meters));
        this.ages = meters(
                Source.class,
                source -> DistributionSummary.builder("cx.served.age")
                        .description("How old the data of answers to customers were")
                        .baseUnit("seconds")
                        .tag("source", source.name())
                        .serviceLevelObjectives(AGE_BUCKETS)
                        .register(meters));
    }

    @Override
    public void observe(Observation observation) {
        switch (observation) {
            case Observation.CxAnswered answered -> {
                retrievals.increment();
                status.answered(answered);
            }
            case Observation.CxFailed failed -> {
                count(faults, failed.fault().code(), 1);
                failed(failed);
            }
            case Observation.Served shown -> served(shown);
            case Observation.RowsSetAside rows -> {
                setAside.increment(rows.count());
                LOG.info("Cx: set aside {} rows without a usable reference", rows.count());
            }
            case Observation.ForeignRepairsDropped repairs -> {
                foreign.increment(repairs.count());
                LOG.warn(
                        "Cx: dropped {} repairs of another contact than the one asked for; tell Civica about it",
                        repairs.count());
            }
            case Observation.CancellationRecorded recorded ->
                cancellations(meters, recorded.outcome()).increment();
            case Observation.AnswerNotStored lost -> {
                notStored.increment();
                LOG.warn("A cancellation was answered, but its answer could not be stored for repeats of the request");
            }
        }
    }

    private void failed(Observation.CxFailed failed) {
        if (failed.isAnswer()) {
            status.answered(new Observation.CxAnswered(failed.at(), failed.part()));
        } else {
            status.failed(failed);
            String code = failed.fault().code().name();
            log.line(code, "Cx: " + code + " (" + failed.fault().detail() + ")").ifPresent(LOG::warn);
        }
    }

    private void served(Observation.Served shown) {
        count(served, shown.source(), 1);
        DistributionSummary summary = ages.get(shown.source());
        if (summary != null) {
            summary.record(Ages.seconds(shown.age()));
        }
    }

    private static Counter cancellations(MeterRegistry meters, CancellationOutcome outcome) {
        return Counter.builder("cx.cancellations")
                .description("Attempts to cancel that have an outcome")
                .tag("outcome", outcome.code())
                .register(meters);
    }

    private static <E extends Enum<E>, M> Map<E, M> meters(Class<E> type, Function<E, M> make) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Function.identity(), make, (one, other) -> one, () -> new EnumMap<>(type)));
    }

    private static <E extends Enum<E>> void count(Map<E, Counter> counters, E key, int amount) {
        Counter counter = counters.get(key);
        if (counter != null) {
            counter.increment(amount);
        }
    }
}

package uk.co.tenantwise.cx.app.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.ports.driven.ForObserving;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Counts, logs and remembers what the core observes. Nothing of it names a customer. Thread-safe. */
@Singleton
final class Observer implements ForObserving {
    private static final Logger LOG = LoggerFactory.getLogger(Observer.class);

    private final MeterRegistry meters;
    private final CxStatus status;
    private final Counter retrievals;
    private final Counter setAside;
    private final Counter foreign;
    private final Counter notStored;
    private final Map<FaultCode, Counter> faults;
    private final Map<Source, Counter> served;

    Observer(MeterRegistry meters, CxStatus status) {
        this.meters = meters;
        this.status = status;
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
        this.faults = counters(
                FaultCode.class,
                code -> Counter.builder("cx.faults")
                        .description("Times that Cx did not serve a request")
                        .tag("code", code.name())
                        .register(meters));
        this.served = counters(
                Source.class,
                source -> Counter.builder("cx.served")
                        .description("Answers to customers")
                        .tag("source", source.name())
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
            case Observation.Served shown -> count(served, shown.source(), 1);
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
            case Observation.CancellationRecorded recorded -> recorded(recorded.outcome());
            case Observation.AnswerNotStored lost -> {
                notStored.increment();
                LOG.warn("A cancellation was answered, but its answer could not be stored for repeats of the request");
            }
        }
    }

    /** That Cx does not know a contact is an answer, and no sign that something is wrong with Cx. */
    private void failed(Observation.CxFailed failed) {
        if (failed.fault() instanceof CxFault.NotFound) {
            status.answered(new Observation.CxAnswered(failed.at()));
        } else {
            status.failed(failed);
            LOG.warn("Cx: {} ({})", failed.fault().code(), failed.fault().detail());
        }
    }

    private void recorded(CancellationOutcome outcome) {
        Counter.builder("cx.cancellations")
                .description("Attempts to cancel that have an outcome")
                .tag("outcome", outcome.code())
                .register(meters)
                .increment();
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(Class<E> type, Function<E, Counter> make) {
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

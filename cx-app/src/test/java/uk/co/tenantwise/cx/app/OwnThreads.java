package uk.co.tenantwise.cx.app;

import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.type.Argument;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import uk.co.tenantwise.cx.ports.application.CxIntegration;

/**
 * Counts what a service does on threads of its own: calls to Cx that go on after their request was answered, and work in the
 * background. A test that begins while such work of the test before goes on would count it as its own.
 */
final class OwnThreads {
    private final AtomicInteger tasks = new AtomicInteger();

    /** Waits until nothing of what has begun so far goes on. */
    void awaitIdle() {
        Eventually.until("the service is idle", () -> tasks.get() == 0);
    }

    /** To be registered before the service starts. */
    RuntimeBeanDefinition<?>[] listeners() {
        return new RuntimeBeanDefinition<?>[] {
            listener(
                    ExecutorService.class,
                    event -> event.getBeanIdentifier().getName().equals("cx-calls")
                            ? new Counted(event.getBean())
                            : event.getBean()),
            listener(CxIntegration.class, event -> counted(event.getBean()))
        };
    }

    private static <T> RuntimeBeanDefinition<?> listener(Class<T> type, BeanCreatedEventListener<T> listener) {
        return RuntimeBeanDefinition.builder(Argument.of(BeanCreatedEventListener.class, type), () -> listener)
                .singleton(true)
                .build();
    }

    private CxIntegration counted(CxIntegration of) {
        return new CxIntegration(
                of.viewing(),
                of.cancelling(),
                () -> counting(of.resolving()::resolveDue),
                of.administering(),
                of.companies(),
                of.testing(),
                of.explaining(),
                of.refreshing(),
                () -> counting(of.ahead()::refreshSoonDue),
                of.previewing(),
                of.reviewing(),
                of.settling());
    }

    private int counting(IntSupplier work) {
        tasks.incrementAndGet();
        try {
            return work.getAsInt();
        } finally {
            tasks.decrementAndGet();
        }
    }

    private final class Counted extends AbstractExecutorService {
        private final ExecutorService of;

        private Counted(ExecutorService of) {
            this.of = of;
        }

        @Override
        public void execute(Runnable task) {
            tasks.incrementAndGet();
            try {
                of.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        tasks.decrementAndGet();
                    }
                });
            } catch (RuntimeException refused) {
                tasks.decrementAndGet();
                throw refused;
            }
        }

        @Override
        public void shutdown() {
            of.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return of.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return of.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return of.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return of.awaitTermination(timeout, unit);
        }
    }
}

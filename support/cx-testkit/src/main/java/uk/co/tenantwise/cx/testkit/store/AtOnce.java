package uk.co.tenantwise.cx.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs several calls at the same moment, each on a thread of its own, and collects what they answer. */
final class AtOnce {
    private static final int PATIENCE_SECONDS = 60;

    private AtOnce() {}

    /** The answers in the order of the calls. @throws IllegalStateException when a call fails or takes a minute */
    static <T> List<T> run(List<Callable<T>> calls) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a call failed", e);
        }
    }
}

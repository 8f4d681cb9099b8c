package org.bellwether.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does one thing to many, a few at a time, and gives the outcomes in the order of what was given. */
public final class ParallelMap {

    /** What is done to each. */
    @FunctionalInterface
    public interface Action<A, B> {
        B of(A one) throws Exception;
    }

    private ParallelMap() {
    }

    /** @throws RuntimeException of the first one that failed; by then nobody works on the others any more */
    public static <A, B> List<B> map(List<A> each, int atATime, Action<A, B> action) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(atATime, each.size())));
        try {
            List<Future<B>> begun = new ArrayList<>();
            each.forEach(one -> begun.add(workers.submit(() -> action.of(one))));
            List<B> done = new ArrayList<>();
            for (Future<B> one : begun) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
            awaitEnd(workers);
        }
    }

    private static void awaitEnd(ExecutorService workers) {
        try {
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

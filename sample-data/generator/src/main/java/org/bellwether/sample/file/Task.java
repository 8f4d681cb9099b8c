package org.bellwether.sample.file;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A file or set of files that can be written beside others. */
public record Task(String name, Step step) {

    /** What writes it. */
    public interface Step {
        void write() throws IOException;
    }

    /** Runs them in two threads, in this order, and says of each when it is done. */
    public static void run(List<Task> tasks, Consumer<String> progress) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> calls = tasks.stream().map(task -> (Callable<Void>) () -> {
                task.step().write();
                synchronized (tasks) {
                    progress.accept(task.name());
                }
                return null;
            }).toList();
            for (Future<Void> written : threads.invokeAll(calls)) {
                written.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the sample was written", e);
        } catch (ExecutionException e) {
            throw new IOException("The sample could not be written", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}

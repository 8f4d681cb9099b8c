package org.bellwether.batch.step;

import java.util.List;

/** A job that ended in failure; the message is that of what caused it. */
public final class RunFailedException extends RuntimeException {

    public RunFailedException(String job, List<Throwable> causes) {
        super(job + ": " + causes.stream().map(RunFailedException::root).map(RunFailedException::text).distinct().findFirst().orElse("failed"),
                causes.isEmpty() ? null : root(causes.get(0)));
    }

    private static Throwable root(Throwable cause) {
        return cause instanceof RunFailedException && cause.getCause() != null ? cause.getCause() : cause;
    }

    private static String text(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}

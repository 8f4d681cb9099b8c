package org.bellwether.intake;

import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.ErrorKind;
import org.bellwether.engine.EngineMessage;
import org.bellwether.home.EnvironmentFault;
import org.springframework.core.NestedRuntimeException;

/**
 * Tells a failure of the home or its machine from one of a file.
 *
 * <p>A full disk or a folder without rights may be mended by tomorrow, so the file waits for it. A file that fails by itself
 * fails every night, so it is refused at once.
 */
public final class HomeFault {

    /** Errors of an engine that has given up, whatever it was asked. */
    private static final Set<String> OF_ENGINE = Set.of("FATAL Error", "Interrupt Error", "INTERRUPT Error", "Connection Error");

    private HomeFault() {
    }

    /** Whether the failure, or any cause of it, is one of the home. A damaged file may be the one that was delivered. */
    public static boolean is(Throwable failure) {
        if (EnvironmentFault.in(failure).filter(found -> found.code() != ErrorCode.DAMAGED).isPresent()) {
            return true;
        }
        int depth = 0;
        for (Throwable one = failure; one != null && depth++ < 50; one = one.getCause()) {
            if (isOne(one)) {
                return true;
            }
        }
        return false;
    }

    /** What failed, without a word of what stood in the file. */
    public static String kind(Throwable failure) {
        Throwable one = failure;
        while (one.getCause() != null && one.getCause() != one) {
            one = one.getCause();
        }
        return EngineMessage.kind(one);
    }

    private static boolean isOne(Throwable one) {
        if (one instanceof Error) {
            return !(one instanceof StackOverflowError || one instanceof AssertionError);
        }
        if (one instanceof SQLException) {
            return OF_ENGINE.contains(kind(one));
        }
        return one instanceof FileSystemException || one instanceof InterruptedException || one instanceof ClosedByInterruptException
                || one instanceof NestedRuntimeException
                || one instanceof BellwetherException known && (known.kind() == ErrorKind.CONFIG || known.kind() == ErrorKind.ENVIRONMENT);
    }
}

package org.bellwether.intake;

import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.home.ConfigException;
import org.bellwether.home.HomeFaultException;
import org.springframework.core.NestedRuntimeException;

/**
 * Tells a failure of the home or its machine from one of a file.
 *
 * <p>A full disk or a folder without rights may be mended by tomorrow, so the file waits for it. A file that fails by itself
 * fails every night, so it is refused at once.
 */
public final class HomeFault {

    private static final Pattern MACHINE = Pattern.compile("no space left|disk quota|read-only file system|too many open files"
            + "|input/output error|cannot allocate memory|not enough space|permission denied", Pattern.CASE_INSENSITIVE);
    /** What stands before the first colon of the engine's messages; the rest may quote a row. */
    private static final Pattern ENGINE_ERROR = Pattern.compile("(?s)(?:.*?:\\s*)?([A-Z][A-Za-z]+(?: [A-Za-z]+)* Error):.*");

    private HomeFault() {
    }

    /** Whether the failure, or any cause of it, is one of the home. */
    public static boolean is(Throwable failure) {
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
        Matcher engine = ENGINE_ERROR.matcher(one instanceof SQLException && one.getMessage() != null ? one.getMessage() : "");
        return engine.matches() ? engine.group(1) : one.getClass().getSimpleName();
    }

    private static boolean isOne(Throwable one) {
        if (one instanceof Error) {
            return !(one instanceof StackOverflowError || one instanceof AssertionError);
        }
        if (one instanceof SQLException) {
            return isOfEngine(String.valueOf(one.getMessage()), kind(one));
        }
        return one instanceof FileSystemException || one instanceof InterruptedException || one instanceof ClosedByInterruptException
                || one instanceof ConfigException || one instanceof HomeFaultException || one instanceof NestedRuntimeException
                || one instanceof java.io.IOException && one.getMessage() != null && MACHINE.matcher(one.getMessage()).find();
    }

    private static boolean isOfEngine(String message, String kind) {
        return switch (kind) {
            case "Out of Memory Error", "FATAL Error", "Interrupt Error", "INTERRUPT Error", "Connection Error" -> true;
            case "IO Error" -> MACHINE.matcher(message).find();
            default -> false;
        };
    }
}

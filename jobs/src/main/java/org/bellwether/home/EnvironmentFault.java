package org.bellwether.home;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.EngineMessage;
import org.springframework.transaction.TransactionSystemException;

/**
 * What of the machine or of the home's own files keeps a run from its work, told apart by what the engine, the control
 * database and the file system say of it.
 *
 * @param code that the fault has in the catalogue
 * @param file that the cause names, or null
 * @param where the file and who holds it, else what has met the fault
 * @param cause that shows it
 */
public record EnvironmentFault(ErrorCode code, String file, String where, Throwable cause) {

    /** Bytes that are left, and yet nothing can be written any more. */
    private static final long NO_ROOM = 1 << 20;
    private static final Pattern PROCESS = Pattern.compile("held in (\\S+) \\(PID (\\d+)\\)");
    private static final Pattern FILE = Pattern.compile("[\"'](/[^\"']+)[\"']");
    /** How SQLSTATE begins where a server does not answer, or does not let one in. */
    private static final Set<String> UNREACHABLE = Set.of("08", "28");
    /** Packages of what reads it: what these find damaged lies there, also where they name no file. */
    private static final Set<String> CONTROL_DATABASES = Set.of("org.h2.", "org.postgresql.", "org.springframework.batch.core.repository.");
    private static final String DATABASE = "org.h2.engine.Database";
    private static final Set<String> STORAGE = Set.of("org.h2.mvstore.", "org.h2.store.");

    /** What the engine, the control database or the file system say, in small letters; the first that fits counts. */
    private enum Sign {
        DISK_FULL(ErrorCode.DISK_FULL, "no space left", "not enough space", "disk quota", "database full", "file system is full",
                "max_temp_directory_size"),
        NO_PERMISSION(ErrorCode.NO_PERMISSION, "permission denied", "read-only file system", "operation not permitted",
                "log file is read only", "database is read only"),
        OUT_OF_MEMORY(ErrorCode.OUT_OF_MEMORY, "out of memory", "java heap space", "cannot allocate memory", "failed to allocate",
                "gc overhead limit"),
        TOO_MANY_FILES(ErrorCode.TOO_MANY_FILES, "too many open files"),
        DISK_FAILS(ErrorCode.DISK_FAILS, "input/output error", "stale file handle", "transport endpoint is not connected"),
        HELD_OPEN(ErrorCode.HELD_OPEN, "could not set lock on file", "conflicting lock", "database may be already in use"),
        NO_CONTROL(ErrorCode.NO_CONTROL),
        DAMAGED(ErrorCode.DAMAGED, "checksum", "corrupt", "not a valid duckdb database file", "no magic bytes",
                "too small to be a parquet file", "serialization error", "failed to deserialize", "decompression failure", "zstd", "snappy",
                "invalid page header", "tprotocolexception", "file is too small", "don't know what type",
                "invalidated because of a previous fatal error", "unexpected end of file", "out of buffer", "invalid error", "internal error",
                "no files found that match the pattern", "no such file or directory", "could not read enough bytes");

        private final ErrorCode code;
        private final List<String> words;

        Sign(ErrorCode code, String... words) {
            this.code = code;
            this.words = List.of(words);
        }

        private boolean isShownBy(Throwable cause) {
            boolean isOfItsClass = switch (this) {
                case NO_PERMISSION -> cause instanceof AccessDeniedException;
                case OUT_OF_MEMORY -> cause instanceof OutOfMemoryError;
                case DAMAGED -> cause instanceof NoSuchFileException || cause instanceof EOFException || isOfStorage(cause);
                case NO_CONTROL -> cause instanceof ConnectException || isUnreachable(cause);
                default -> false;
            };
            if (isOfItsClass || EngineMessage.isOfValues(cause) || EngineMessage.isOfQuery(cause)) {
                return isOfItsClass;
            }
            String text = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
            return words.stream().anyMatch(text::contains);
        }

        /**
         * The embedded control database stumbles over damage in many ways, also over what no check of its own has seen: where its storage is read,
         * and where it opens, which runs the statements that stand in it. What was closed meanwhile is whole.
         */
        private static boolean isOfStorage(Throwable cause) {
            List<StackTraceElement> frames = List.of(cause.getStackTrace());
            boolean isRead = frames.stream().map(StackTraceElement::getClassName).filter(name -> !name.startsWith("java.") && !name.startsWith("jdk.")).findFirst()
                    .filter(name -> STORAGE.stream().anyMatch(name::startsWith)).isPresent();
            boolean isOpening = frames.stream().anyMatch(frame -> frame.getClassName().equals(DATABASE) && frame.getMethodName().equals("<init>"));
            // No statement of ours asks it for a value that is of another type than its column.
            boolean isValue = cause instanceof SQLDataException && cause.getClass().getName().startsWith("org.h2.");
            return (isRead || isOpening || isValue) && !String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("closed");
        }

        private static boolean isUnreachable(Throwable cause) {
            return cause instanceof SQLException said && said.getSQLState() != null && said.getSQLState().length() == 5
                    && UNREACHABLE.contains(said.getSQLState().substring(0, 2));
        }
    }

    /**
     * The first that the error or any of its causes shows, also one that a failed rollback has taken the place of; damage only
     * where nothing else is shown, since it is what other faults leave behind. Empty where none is.
     */
    public static Optional<EnvironmentFault> in(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Optional<EnvironmentFault> damage = Optional.empty();
        Deque<Throwable> ahead = new ArrayDeque<>(List.of(error));
        while (!ahead.isEmpty()) {
            Throwable cause = ahead.remove();
            if (!seen.add(cause)) {
                continue;
            }
            Optional<EnvironmentFault> shown = Arrays.stream(Sign.values()).filter(known -> known.isShownBy(cause)).findFirst().map(sign -> of(sign.code, cause));
            if (shown.isPresent() && shown.get().code != ErrorCode.DAMAGED) {
                return shown;
            }
            damage = damage.or(() -> shown);
            if (cause instanceof TransactionSystemException rollback && rollback.getApplicationException() != null) {
                ahead.add(rollback.getApplicationException());
            }
            if (cause.getCause() != null) {
                ahead.add(cause.getCause());
            }
            ahead.addAll(List.of(cause.getSuppressed()));
        }
        return damage;
    }

    /** As {@link #in(Throwable)}; but what looks damaged, or like nothing known, on a disk without room left follows from that: it was not written to its end. */
    public static Optional<EnvironmentFault> in(Throwable error, Path disk) {
        Optional<EnvironmentFault> fault = in(error);
        boolean mayFollow = fault.isEmpty() || fault.get().code == ErrorCode.DAMAGED;
        return mayFollow && isFull(disk) ? Optional.of(new EnvironmentFault(ErrorCode.DISK_FULL, null, disk.toString(), error)) : fault;
    }

    private static boolean isFull(Path disk) {
        return Files.exists(disk) && disk.toFile().getUsableSpace() < NO_ROOM;
    }

    /** To be told to a person. */
    public BellwetherException error() {
        return code.because(cause, where);
    }

    private static EnvironmentFault of(ErrorCode code, Throwable cause) {
        String text = cause.getMessage() == null ? "" : cause.getMessage();
        Matcher named = FILE.matcher(text);
        String file = cause instanceof FileSystemException of && of.getFile() != null ? of.getFile() : named.find() ? named.group(1) : null;
        Matcher holder = PROCESS.matcher(text);
        String where = file != null ? file : nameless(cause);
        return new EnvironmentFault(code, file, holder.find() ? where + ", process " + holder.group(2) + " " + holder.group(1) : where, cause);
    }

    private static String nameless(Throwable cause) {
        if (Stream.concat(Stream.of(cause.getClass().getName()), Arrays.stream(cause.getStackTrace()).map(StackTraceElement::getClassName))
                .anyMatch(name -> CONTROL_DATABASES.stream().anyMatch(name::startsWith))) {
            return "the control database";
        }
        // Of a stream that was open already the system names no file.
        return cause instanceof IOException || cause instanceof UncheckedIOException ? "a file of the home" : EngineMessage.kind(cause);
    }
}

package org.bellwether.home;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the machine or of the home's own files keeps a run from its work, told apart by what the engine, the control
 * database and the file system say of it.
 */
public enum EnvironmentFault {
    DISK_FULL("ENV-001", "the disk is full", "free space there, or move the home to a larger disk; nothing that was received is lost",
            "no space left", "not enough space", "disk quota", "database full", "file system is full", "max_temp_directory_size"),
    NO_PERMISSION("ENV-002", "no permission", "run it as the owner of the home, or give that user the right to read and write there",
            "permission denied", "read-only file system", "operation not permitted", "log file is read only", "database is read only"),
    OUT_OF_MEMORY("ENV-003", "not enough memory",
            "raise bellwether.engine.memory_limit in the home's config, or end other work on this machine",
            "out of memory", "java heap space", "cannot allocate memory", "failed to allocate", "gc overhead limit"),
    TOO_MANY_FILES("ENV-004", "too many open files", "raise the limit of open files of this user (ulimit -n), 1024 is enough",
            "too many open files"),
    DISK_FAILS("ENV-007", "the disk does not answer", "look at the machine's log of the disk or the mounted share; run it again once it answers",
            "input/output error", "stale file handle", "transport endpoint is not connected"),
    HELD_OPEN("ENV-005", "a file of the home is held open by another process", "close it there; readers open the files of a release",
            "could not set lock on file", "conflicting lock", "database may be already in use"),
    DAMAGED("ENV-006", "a file of the home is damaged or gone", "see: bellwether doctor",
            "checksum", "corrupt", "not a valid duckdb database file", "no magic bytes", "too small to be a parquet file",
            "serialization error", "failed to deserialize", "decompression failure", "zstd", "snappy", "invalid page header",
            "tprotocolexception", "file is too small", "don't know what type", "invalidated because of a previous fatal error",
            "unexpected end of file", "out of buffer", "invalid error", "internal error", "no files found that match the pattern",
            "no such file or directory", "could not read enough bytes");

    /** How the engine begins what it says of values and queries, which may quote a row. */
    private static final Pattern OF_VALUES = Pattern.compile(
            "(?s).*?(?:(?:Conversion|Constraint|Out of Range|Binder|Parser|Catalog|Mismatch Type|CSV) Error|"
            + "Invalid Input Error: (?!No magic bytes|Failed to read file)).*");

    private static final Pattern PROCESS = Pattern.compile("held in (\\S+) \\(PID (\\d+)\\)");
    private static final Pattern FILE = Pattern.compile("[\"'](/[^\"']+)[\"']");

    private final String code;
    private final String sentence;
    private final String remedy;
    private final List<String> signs;

    EnvironmentFault(String code, String sentence, String remedy, String... signs) {
        this.code = code;
        this.sentence = sentence;
        this.remedy = remedy;
        this.signs = List.of(signs);
    }

    /**
     * The fault and a line for a person: code, what, where and what to do.
     *
     * @param file that the cause names, or null
     */
    public record Found(EnvironmentFault fault, String file, String message) {
    }

    /** The first that the error or any of its causes shows; empty where it shows none. */
    public static Optional<Found> in(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = error; cause != null && seen.add(cause); cause = cause.getCause()) {
            for (EnvironmentFault fault : values()) {
                if (fault.isShownBy(cause)) {
                    return Optional.of(fault.found(cause));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isShownBy(Throwable cause) {
        if (this == NO_PERMISSION && cause instanceof AccessDeniedException
                || this == OUT_OF_MEMORY && cause instanceof OutOfMemoryError
                || this == DAMAGED && cause instanceof NoSuchFileException) {
            return true;
        }
        String text = cause.getMessage() == null ? "" : cause.getMessage();
        if (cause instanceof SQLException && OF_VALUES.matcher(text).matches()) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return signs.stream().anyMatch(lower::contains);
    }

    private Found found(Throwable cause) {
        String text = cause.getMessage() == null ? "" : cause.getMessage();
        Matcher named = FILE.matcher(text);
        String file = cause instanceof FileSystemException of && of.getFile() != null ? of.getFile() : named.find() ? named.group(1) : null;
        Matcher holder = PROCESS.matcher(text);
        String where = (file == null ? "" : " (" + file + ")") + (holder.find() ? ", process " + holder.group(2) + " " + holder.group(1) : "");
        return new Found(this, file, code + " " + Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + where + ": " + remedy);
    }
}

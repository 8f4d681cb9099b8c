package org.bellwether.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as JSON: snake_case, instants as ISO text, and whole files only. */
public final class Json {

    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T parse(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    public static <T> T read(Path file, Class<T> type) {
        try {
            return parse(Files.readString(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file says; empty where it is not there, or damaged. */
    public static <T> Optional<T> readWhole(Path file, Class<T> type) {
        try {
            return Files.exists(file) ? Optional.ofNullable(read(file, type)) : Optional.empty();
        } catch (JacksonException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Writes beside the file, forces it to disk and renames, so that a reader sees the old text or the new. */
    public static void write(Path file, Object value) {
        write(file, value, true);
    }

    /** The same without waiting for the disk: for what is worth nothing once the machine has stopped. */
    public static void writeShortLived(Path file, Object value) {
        write(file, value, false);
    }

    private static void write(Path file, Object value, boolean isForced) {
        Path beside = beside(file);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(beside, text(value) + "\n");
            if (isForced) {
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // On a full disk the half would stay for good, where the file is not written again.
            takeAway(beside, e);
            throw new UncheckedIOException(e);
        }
    }

    private static void takeAway(Path file, IOException failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Takes away what a run has left that was stopped while it wrote the file. */
    public static void forgetHalfWritten(Path file) throws IOException {
        Files.deleteIfExists(beside(file));
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }
}

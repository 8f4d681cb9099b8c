package org.bellwether.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;

/** What people have done to a home: control/audit.jsonl, one line an act. Lines are added, never changed. */
public final class AuditTrail {

    private final Home home;

    public AuditTrail(Home home) {
        this.home = home;
    }

    /** Adds a line, and returns once it is on the disk. Several processes may: one writes after the other, and none needs the home's lock for it. */
    public void add(Object act) {
        String line = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(act) + "\n";
        Folders.createPrivate(home.control());
        // The lock of a file is the process's: threads of one take turns beside it.
        synchronized (AuditTrail.class) {
            try (FileChannel trail = FileChannel.open(home.auditTrail(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = trail.lock()) {
                long end = trail.size();
                trail.write(ByteBuffer.wrap((isCutShort(trail, end) ? "\n" + line : line).getBytes(StandardCharsets.UTF_8)), end);
                trail.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The acts in their order, each read as the type; a line that a power cut has cut short was no act yet. */
    public <T> List<T> read(Class<T> type) {
        if (!Files.exists(home.auditTrail())) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(home.auditTrail())) {
            return lines.map(line -> parse(line, type)).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Optional<T> parse(String line, Class<T> type) {
        try {
            return Optional.ofNullable(Json.parse(line, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isCutShort(FileChannel trail, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end > 0 && trail.read(last, end - 1) == 1 && last.get(0) != '\n';
    }
}

package org.bellwether.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.SerializationFeature;

/** What people have done to a home: control/audit.jsonl, one line an act. Lines are added, never changed. */
public final class AuditTrail {

    private final Home home;

    public AuditTrail(Home home) {
        this.home = home;
    }

    /** Adds a line, and returns once it is on the disk. Call while holding the lock. */
    public void add(Object act) {
        String line = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(act) + "\n";
        Folders.createPrivate(home.control());
        try (FileChannel trail = FileChannel.open(home.auditTrail(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            trail.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            trail.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

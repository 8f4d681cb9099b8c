package org.bellwether.batch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives, those among them that no honest program makes. */
public final class Zip {

    private static final int LOCAL_FLAGS = 6;
    private static final int CENTRAL_FLAGS = 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);
    private Instant changed = Instant.parse("2025-03-01T12:00:00Z");

    /** Each file is a minute younger than the one before. */
    public Zip add(String name, String text) {
        return add(name, text.getBytes(UTF_8));
    }

    public Zip add(String name, byte[] content) {
        return add(name, content, 0);
    }

    Zip link(String name, String target) {
        return add(name, target.getBytes(UTF_8), 0120777);
    }

    private Zip add(String name, byte[] content, int mode) {
        try {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setTime(changed.toEpochMilli());
            entry.setUnixMode(mode);
            changed = changed.plusSeconds(60);
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a file that says it is encrypted; its content stays as it is. */
    static byte[] locked(byte[] archive, String name) {
        byte[] locked = archive.clone();
        byte[] sought = name.getBytes(UTF_8);
        for (int at = 0; at + 46 < locked.length; at++) {
            if (begins(locked, at, "PK\u0003\u0004") && holds(locked, at + 30, sought)) {
                locked[at + LOCAL_FLAGS] |= 1;
            } else if (begins(locked, at, "PK\u0001\u0002") && holds(locked, at + 46, sought)) {
                locked[at + CENTRAL_FLAGS] |= 1;
            }
        }
        return locked;
    }

    private static boolean begins(byte[] bytes, int at, String text) {
        return holds(bytes, at, text.getBytes(UTF_8));
    }

    private static boolean holds(byte[] bytes, int at, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }
}

package org.bellwether.sample.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Opens a file to be written: compressed where its name ends in {@code .gz}, without the time at which it was made. */
public final class OutputFile {

    private static final int BUFFER = 1 << 16;
    /** Half the time of zlib's usual level; rows of marks repeat so much that they come out no larger. */
    private static final int LEVEL = 5;

    private OutputFile() {
    }

    static OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        return file.getFileName().toString().endsWith(".gz") ? new Gzip(out) : out;
    }

    /** Leaves three fifths of what a compressed file holds, as if its transfer had been cut off. */
    public static void cutOff(Path file) throws IOException {
        byte[] whole;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            whole = in.readAllBytes();
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            // Not closed, for that would end it well.
            GZIPOutputStream packed = new GZIPOutputStream(out, BUFFER, true);
            packed.write(whole, 0, whole.length * 3 / 5);
            packed.flush();
        }
    }

    /** Gzip at our level. */
    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(LEVEL);
        }
    }
}

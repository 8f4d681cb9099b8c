package org.bellwether.sample;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one CSV file, compressed where its name ends so: RFC 4180, line feed, null as nothing. Counts its rows. */
final class Csv implements Closeable {

    private final OutputStream out;
    private final Charset charset;
    private final StringBuilder line = new StringBuilder();
    private long rows = -1;

    Csv(Path file, Object... header) throws IOException {
        this(file, StandardCharsets.UTF_8, header);
    }

    Csv(Path file, Charset charset, Object... header) throws IOException {
        this(open(file), charset, header);
    }

    private Csv(OutputStream out, Charset charset, Object... header) throws IOException {
        this.out = out;
        this.charset = charset;
        row(header);
    }

    void row(Object... values) throws IOException {
        line.setLength(0);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            if (values[i] != null) {
                append(values[i].toString());
            }
        }
        out.write(line.append('\n').toString().getBytes(charset));
        rows++;
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static OutputStream open(Path file) throws IOException {
        boolean isCompressed = file.getFileName().toString().endsWith(".gz");
        return isCompressed ? new BufferedOutputStream(new GzipFile(file), 1 << 16)
                : new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    private void append(String value) {
        boolean isPlain = true;
        for (int i = 0; i < value.length() && isPlain; i++) {
            char c = value.charAt(i);
            isPlain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (isPlain) {
            line.append(value);
        } else {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }
}

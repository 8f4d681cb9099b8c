package org.bellwether.sample.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes one CSV file through Commons CSV, compressed where its name ends so: RFC 4180, line feed, null as nothing.
 *
 * <p>Commons CSV takes and frees two locks a field. Where tens of millions of rows share most of their fields, these
 * are printed once and joined.
 */
public final class CsvFile implements Closeable {

    private static final int BUFFER = 1 << 15;

    private final OutputStream out;
    private final Charset charset;
    private final StringBuilder rows = new StringBuilder(2 * BUFFER);
    private final CSVPrinter printer;

    public CsvFile(Path file, String... header) throws IOException {
        this(file, StandardCharsets.UTF_8, header);
    }

    public CsvFile(Path file, Charset charset, String... header) throws IOException {
        this.charset = charset;
        this.printer = format().setHeader(header).get().print(rows);
        this.out = OutputFile.open(file);
    }

    public void row(Object... values) throws IOException {
        printer.printRecord(values);
        if (rows.length() > BUFFER) {
            write();
        }
    }

    /** Fields as they will stand in rows, for {@link #join}. */
    public static String fields(Object... values) {
        return format().get().format(values);
    }

    /** A row of such fields. */
    public void join(String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            rows.append(i == 0 ? "" : ",").append(fields[i]);
        }
        rows.append('\n');
        if (rows.length() > BUFFER) {
            write();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            write();
        }
    }

    /** A format of their own for each file, since all who print in one format wait for its lock. */
    private static CSVFormat.Builder format() {
        return CSVFormat.RFC4180.builder().setRecordSeparator('\n');
    }

    private void write() throws IOException {
        out.write(rows.toString().getBytes(charset));
        rows.setLength(0);
    }
}

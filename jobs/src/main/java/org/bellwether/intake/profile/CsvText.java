package org.bellwether.intake.profile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.engine.CsvDialect;
import org.bellwether.intake.HomeFault;

/** The text of a CSV file: unpacked, in its own encoding, without a byte order mark. */
public final class CsvText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private CsvText() {
    }

    /** @param encoding as its profile tells */
    public static InputStreamReader reader(Path file, String encoding) throws IOException {
        InputStream in = unpacked(file);
        in.mark(ByteOrderMark.LENGTH);
        byte[] mark = in.readNBytes(ByteOrderMark.LENGTH);
        if (ByteOrderMark.length(mark, mark.length) == 0) {
            in.reset();
        }
        return encoding.equals(FileProfile.MIXED) ? new InputStreamReader(new Utf8Lines(in), StandardCharsets.UTF_8)
                : new InputStreamReader(in, encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }

    /** The records, the header being the first. */
    public static CSVParser parser(Path file, String encoding) throws IOException {
        return CSVParser.builder().setReader(reader(file, encoding)).setFormat(CsvDialect.reading()).get();
    }

    /**
     * The line on which a record begins: of one over several lines the parser stands on the last.
     *
     * @param record that the parser has read last
     */
    public static long beginning(CSVParser parser, CSVRecord record) {
        long breaks = 0;
        for (String value : record) {
            breaks += value.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
        }
        return parser.getCurrentLineNumber() - breaks;
    }

    /** Names of the columns; none where no record can be read. */
    static List<String> header(Path file, String encoding) {
        try (CSVParser parser = parser(file, encoding)) {
            for (CSVRecord record : parser) {
                return record.stream().map(String::strip).toList();
            }
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            if (HomeFault.is(e)) {
                throw e instanceof UncheckedIOException unchecked ? unchecked : new UncheckedIOException((IOException) e);
            }
            return List.of();
        }
    }

    static LineEncodings lineEncodings(Path file) {
        try (InputStream in = unpacked(file)) {
            return LineEncodings.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        int buffer = (int) Math.min(FileProfiler.BUFFER, Math.max(Files.size(file), FileKind.HEAD));
        InputStream in = new BufferedInputStream(Files.newInputStream(file), buffer);
        return FileNames.isGzip(file.getFileName().toString()) ? new BufferedInputStream(new GZIPInputStream(in, FileProfiler.BUFFER), FileProfiler.BUFFER) : in;
    }
}

package org.bellwether.intake.profile;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.engine.CsvDialect;
import org.bellwether.intake.HomeFault;

/** The text of a CSV file: unpacked, in its own encoding, without a byte order mark. */
public final class CsvText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int BYTE = 128;
    /** Bytes that hold the header of any return. */
    private static final int FIRST_SIGHT = 1 << 16;

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

    /** Whether nothing stands in it: spreadsheets write such rows below a table, and nobody means them. */
    public static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(value -> value.chars().allMatch(c -> c < BYTE && isSpace((byte) c)));
    }

    /** Whether nothing stands in these bytes, which no quote is among. */
    static boolean isBlank(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != CsvDialect.SEPARATOR && !isSpace(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
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

    /** Names of the columns as far as the first bytes of a file tell, packed or not; none where they cannot be read. */
    public static List<String> firstSight(Path file) {
        return firstLines(file, 1).values().stream().findFirst().orElse(List.of());
    }

    /** @param name of the file, which says whether it is packed */
    public static List<String> firstSight(InputStream file, String name) {
        return firstLines(file, name, 1).values().stream().findFirst().orElse(List.of());
    }

    /** The first records of a file by their lines, as far as its first bytes tell. */
    public static Map<Long, List<String>> firstLines(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return firstLines(in, file.getFileName().toString(), most);
        } catch (IOException e) {
            return none(e);
        }
    }

    private static Map<Long, List<String>> firstLines(InputStream file, String name, int most) {
        try {
            return lines((FileNames.isGzip(name) ? new GZIPInputStream(file) : file).readNBytes(FIRST_SIGHT), most);
        } catch (IOException e) {
            return none(e);
        }
    }

    /** What is wrong with a file, or is not packed as its name says, is told when it is looked at as a whole. */
    private static Map<Long, List<String>> none(IOException failure) {
        if (HomeFault.is(failure)) {
            throw new UncheckedIOException(failure);
        }
        return Map.of();
    }

    private static Map<Long, List<String>> lines(byte[] head, int most) throws IOException {
        int mark = ByteOrderMark.length(head, head.length);
        Map<Long, List<String>> lines = new LinkedHashMap<>();
        try (CSVParser parser = CSVParser.builder().setReader(new InputStreamReader(new ByteArrayInputStream(head, mark, head.length - mark), StandardCharsets.UTF_8))
                .setFormat(CsvDialect.reading()).get()) {
            for (CSVRecord record : parser) {
                lines.put(beginning(parser, record), record.stream().map(String::strip).toList());
                if (lines.size() == most) {
                    return lines;
                }
            }
        } catch (UncheckedIOException e) {
            // A quote that the first bytes do not close.
            return lines;
        }
        return lines;
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

package org.bellwether.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of config/reference: names of columns, and rows of as many values; blanks around a value do not count, nor do blank lines. */
public record ReferenceCsv(List<String> header, List<List<String>> rows) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setTrim(true).setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();

    /** @throws BellwetherException naming the file, and the row that is wider or narrower than the header */
    static ReferenceCsv read(Path file) {
        try (Reader reader = Files.newBufferedReader(file); CSVParser parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            List<List<String>> records = parser.stream().map(CSVRecord::toList).filter(record -> record.size() > 1 || !record.get(0).isEmpty()).toList();
            if (records.isEmpty()) {
                throw error(file, "has no header");
            }
            List<String> header = records.get(0);
            for (int row = 1; row < records.size(); row++) {
                if (records.get(row).size() != header.size()) {
                    throw error(file, "row " + row + ": has another number of fields than the header");
                }
            }
            return new ReferenceCsv(header, records.subList(1, records.size()));
        } catch (FileSystemException e) {
            throw new UncheckedIOException(e);
        } catch (IOException | UncheckedIOException e) {
            throw error(file, "is not a CSV in UTF-8 with one header row");
        }
    }

    /** These rows with the other's over them: those of equal first value are replaced. */
    ReferenceCsv with(ReferenceCsv other) {
        Set<String> replaced = other.rows.stream().map(row -> row.get(0)).collect(Collectors.toSet());
        return new ReferenceCsv(header, Stream.concat(rows.stream().filter(row -> !replaced.contains(row.get(0))), other.rows.stream()).toList());
    }

    private static BellwetherException error(Path file, String problem) {
        return ErrorCode.REFERENCE_WRONG.with(file, problem);
    }
}

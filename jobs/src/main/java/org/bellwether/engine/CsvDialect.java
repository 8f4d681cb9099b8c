package org.bellwether.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/**
 * The one CSV dialect, for every reader: RFC 4180. A comma separates, a double quote encloses, and a doubled one within quotes
 * stands for itself; there is no other escape. Records end with LF, CRLF or a lone CR, blank lines are none, nor are rows behind the
 * header in which no value has anything but blanks; else blanks belong to values, and a byte order mark to nothing. Of files with lone
 * CRs or blank lines the engine is not asked. The first record is the header.
 */
public final class CsvDialect {

    public static final char SEPARATOR = ',';
    public static final char QUOTE = '"';

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(SEPARATOR).setQuote(QUOTE).get();
    private static final CSVFormat READING = FORMAT.builder().setIgnoreEmptyLines(true).get();
    private static final CSVFormat WRITING = FORMAT.builder().setRecordSeparator('\n').get();

    private CsvDialect() {
    }

    /** How Commons CSV reads it. */
    public static CSVFormat reading() {
        return READING;
    }

    /** How Commons CSV writes it, with LF. */
    public static CSVFormat writing() {
        return WRITING;
    }

    /**
     * How the engine reads it: a table function.
     *
     * @param columns name and type of each column of the file, as {@code "'c0': 'VARCHAR'"}
     * @param isHeaded whether the first record is a header, and is passed over
     */
    public static String table(Path file, List<String> columns, boolean isHeaded) {
        boolean isPacked = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return "read_csv(" + Sql.literal(file.toString()) + ", " + options(columns, isHeaded) + (isPacked ? ", compression = 'gzip')" : ")");
    }

    /** The same of several files of the same columns, with the path of each record's file as {@code filename}. */
    public static String tables(List<Path> files, List<String> columns, boolean isHeaded) {
        return files.stream().map(file -> Sql.literal(file.toString())).collect(Collectors.joining(", ", "read_csv([", "], "))
                + options(columns, isHeaded) + ", filename = true)";
    }

    private static String options(List<String> columns, boolean isHeaded) {
        return "columns = {" + String.join(", ", columns) + "}, header = " + isHeaded + ", auto_detect = false, delim = "
                + Sql.literal(String.valueOf(SEPARATOR)) + ", quote = " + Sql.literal(String.valueOf(QUOTE)) + ", escape = "
                + Sql.literal(String.valueOf(QUOTE)) + ", strict_mode = true";
    }
}

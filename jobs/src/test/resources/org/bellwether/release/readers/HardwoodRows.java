import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Prints each row of the Parquet files that Hardwood finds: a file's path on a line of its own, then a JSON array a row, with values as text. Needs Java 21. */
public class HardwoodRows {

    public static void main(String[] files) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String file : files) {
            out.println(file);
            try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(Path.of(file))); RowReader rows = reader.rowReader()) {
                int columns = reader.getFileSchema().getColumnCount();
                while (rows.hasNext()) {
                    rows.next();
                    StringBuilder line = new StringBuilder("[");
                    for (int column = 0; column < columns; column++) {
                        line.append(column == 0 ? "" : ",").append(rows.isNull(column) ? "null" : quoted(String.valueOf(rows.getValue(column))));
                    }
                    out.println(line.append("]"));
                }
            }
        }
        out.flush();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(one -> quoted.append(one < ' ' || one == '"' || one == '\\' ? String.format("\\u%04x", one) : String.valueOf((char) one)));
        return quoted.append('"').toString();
    }
}

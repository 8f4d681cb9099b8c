package org.bellwether.intake.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.contract.catalog.ContractMatch;
import org.bellwether.contract.catalog.ContractMatcher;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.archive.Member;
import org.bellwether.intake.archive.Packed;
import org.bellwether.intake.archive.ZipContents;
import org.bellwether.intake.profile.FileError;

/**
 * A Parquet file whose columns are those of a return: it is received as a CSV of its rows, which the engine writes at once. Row n is line
 * n + 1. Numbers and days are written as the engine has them, a line break as a space, and what is no number (NaN) as nothing.
 */
public final class ParquetTable implements Packed {

    private static final String UNREADABLE = "FILE-059";
    private static final String UNKNOWN = "FILE-011";
    private static final String TOO_MUCH = "FILE-019";
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** A column of one value takes no room in Parquet, however often it stands there. */
    private static final long MOST_ROWS = 50_000_000;
    private static final Settings.Engine ENGINE = new Settings.Engine("1GB", 2);

    private final Path file;
    private final String name;
    private final ContractMatcher matcher;

    public ParquetTable(Path file, ContractCatalog catalog) {
        this.file = file;
        this.name = file.getFileName().toString();
        this.matcher = new ContractMatcher(catalog);
    }

    /** @param text of the column's value, as SQL */
    private record Field(String header, String text) {
    }

    public static boolean is(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZipContents contents(Settings.Inbox limits) {
        try (DuckDb engine = DuckDb.plainMemory(ENGINE); Connection connection = engine.connection()) {
            List<Field> fields = fields(connection);
            List<String> header = fields.stream().map(Field::header).toList();
            if (matcher.match(member(), header).filter(ContractMatch::byHeader).isEmpty()) {
                return ZipContents.unusable(FileError.of(UNKNOWN, name, matcher.nearest(header)
                        .map(near -> "nearest is " + near.returnName() + ", of which it lacks " + String.join(", ", near.lacking())).orElse("its columns are those of no return")));
            }
            if (Sql.queryLong(connection, "select count(*) from " + rows()) > MOST_ROWS || Sql.queryLong(connection, bytes(fields)) > limits.maxUnpackedBytes()) {
                return ZipContents.unusable(FileError.of(TOO_MUCH, name, "it unpacks to more than " + limits.maxUnpackedBytes() + " bytes or " + MOST_ROWS + " rows"));
            }
            return new ZipContents(List.of(new Member(member(), Instant.EPOCH)), List.of(), List.of(), null);
        } catch (SQLException | RuntimeException e) {
            throwHomeFault(e);
            return ZipContents.unusable(FileError.of(UNREADABLE, name, "it is Parquet that cannot be read"));
        }
    }

    @Override
    public List<String> names() {
        return List.of(member());
    }

    @Override
    public List<String> header(String member) {
        try (DuckDb engine = DuckDb.plainMemory(ENGINE); Connection connection = engine.connection()) {
            return fields(connection).stream().map(Field::header).toList();
        } catch (SQLException | RuntimeException e) {
            throwHomeFault(e);
            return List.of();
        }
    }

    @Override
    public void extract(String member, Path target) throws IOException {
        try (DuckDb engine = DuckDb.plainMemory(ENGINE); Connection connection = engine.connection()) {
            String columns = fields(connection).stream().map(field -> field.text() + " as " + Sql.identifier(field.header())).collect(Collectors.joining(", "));
            Sql.execute(connection, "copy (select " + columns + " from " + rows() + ") to " + Sql.literal(target.toString())
                    + " (format csv, header true, delimiter ',', quote '\"', escape '\"', nullstr '')");
        } catch (SQLException e) {
            throwHomeFault(e);
            throw new IOException(e);
        }
    }

    private String member() {
        return name.replaceFirst("(?i)\\.parquet$", "") + ".csv";
    }

    private List<Field> fields(Connection connection) throws SQLException {
        return Sql.query(connection, "select column_name, column_type from (describe select * from " + rows() + ")", row -> {
            String column = Sql.identifier(row.getString(1));
            return new Field(row.getString(1), switch (row.getString(2)) {
                case "VARCHAR" -> "regexp_replace(" + column + ", '[\\r\\n]+', ' ', 'g')";
                case "DOUBLE", "FLOAT" -> "case when not isnan(" + column + ") then cast(" + column + " as varchar) end";
                default -> "cast(" + column + " as varchar)";
            });
        });
    }

    private static String sum(List<Field> fields) {
        return fields.stream().map(field -> "coalesce(strlen(" + field.text() + "), 0) + 1").collect(Collectors.joining(" + "));
    }

    private String bytes(List<Field> fields) {
        return "select cast(coalesce(sum(" + sum(fields) + "), 0) as bigint) from " + rows();
    }

    /** By a name that the engine does not take for a pattern, and without columns that folders would say. */
    private String rows() {
        return "read_parquet(" + Sql.literal(file.toString().replaceAll("([*?\\[\\]])", "[$1]")) + ", hive_partitioning = false)";
    }

    private static void throwHomeFault(Exception failure) {
        if (HomeFault.is(failure)) {
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
    }
}

package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads every byte of what is published of two nights of a small council: the text of every file, every column of every Parquet file, every table of
 * the database and its bytes. Nothing of a single pupil stands there: no UPN, no pseudonym, no name, no count that is to be hidden.
 *
 * <p>{@code -Dpublished.home=DIR} reads that home instead, such as the demo's.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedBytesTest {

    private static final Pattern UPN_FORM = Pattern.compile("(?<![A-Za-z0-9])[A-Z][0-9]{11}[0-9A-Z](?![A-Za-z0-9])");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9])[0-9]{12,19}(?![0-9])");
    private static final Pattern NAME = Pattern.compile("(?i)\\b(forename|surname|firstname)\\b");

    private Home home;
    private ReleaseFolder release;
    private Connection engine;
    private Set<String> upns;
    private Set<Long> keys;
    private Set<String> names;

    @BeforeAll
    void two_nights(@TempDir Path folder) throws Exception {
        String given = System.getProperty("published.home");
        if (given == null) {
            Path returns = TrialHome.returns(folder.resolve("returns"));
            TrialHome trial = TrialHome.fresh(folder.resolve("home"), returns).withBoardPack().nightHere(TrialHome.FIRST_NIGHT).withReturns(returns.resolve("night-2"))
                    .nightHere(TrialHome.SECOND_NIGHT);
            home = trial.home();
        } else {
            home = new Home(Path.of(given));
        }
        release = new ReleaseFolder(home.current().toRealPath());
        engine = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(engine, "attach " + Sql.literal(home.vault().resolve("vault.duckdb").toString()) + " as vault (read_only)");
        upns = new HashSet<>(Sql.queryTexts(engine, "select upn from vault.pupil"));
        keys = new HashSet<>(Sql.query(engine, "select pupil_key from vault.pupil", row -> row.getLong(1)));
        names = new HashSet<>();
        for (Path file : Folders.files(home.landing())) {
            if (file.toString().endsWith("pupilonroll.csv")) {
                names.addAll(Sql.queryTexts(engine, "select distinct unnest([surname, forename]) from read_csv(" + Sql.literal(file.toString()) + ", all_varchar = true)"));
            }
        }
        names.removeIf(name -> name == null || name.isBlank());
        assertThat(upns).hasSizeGreaterThan(100);
        assertThat(names).isNotEmpty();
    }

    @AfterAll
    void close() throws SQLException {
        engine.close();
    }

    @Test
    void no_byte_of_any_file_tells_of_a_pupil() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : published()) {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            UPN_FORM.matcher(text).results().map(MatchResult::group).filter(upns::contains).forEach(upn -> found.add("a UPN in " + file));
            LONG_NUMBER.matcher(text).results().map(MatchResult::group).filter(this::isKey).forEach(key -> found.add("a pseudonym in " + file));
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int place = 0; place + Long.BYTES <= bytes.length; place++) {
                if (keys.contains(buffer.getLong(place))) {
                    found.add("the bytes of a pseudonym in " + file + " at " + place);
                }
            }
            if (!file.toString().endsWith(".parquet") && !file.toString().endsWith(".duckdb")) {
                words(text).stream().filter(names::contains).forEach(name -> found.add("a name in " + file));
                NAME.matcher(text).results().forEach(name -> found.add("a column of names in " + file));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_value_of_any_column_tells_of_a_pupil() throws SQLException, IOException {
        Set<String> read = new TreeSet<>();
        for (Path file : published()) {
            if (file.toString().endsWith(".parquet")) {
                expectNothingOfPupils("read_parquet(" + Sql.literal(file.toString()) + ")", read);
            }
        }
        attach();
        for (String table : tables()) {
            expectNothingOfPupils("published." + table, read);
        }
        assertThat(read).hasSizeGreaterThan(200);
    }

    @Test
    void no_count_below_its_threshold_stands_where_it_is_to_be_hidden() throws SQLException {
        attach();
        List<Table> marts = Table.tables(engine, "published", "main").stream().filter(table -> table.name().startsWith("mart_")).toList();
        DisclosureConfig config = DisclosureConfig.load(ConfigFiles.of(Project.locate(), home.config()));
        int counts = 0;
        assertThat(marts).extracting(Table::name).containsExactlyInAnyOrderElementsOf(config.marts().keySet().stream().filter(mart -> !config.isRestrictedAlone(mart)).toList());
        for (Table mart : marts) {
            MartDisclosure disclosure = config.marts().get(mart.name());
            for (String from : List.of("published.main." + mart.name(), "read_parquet(" + Sql.literal(release.publishedMarts().resolve(mart.name() + ".parquet").toString()) + ")")) {
                for (String column : mart.columnNames()) {
                    if (disclosure.counts().contains(column) && disclosure.threshold() > 0) {
                        assertThat(Sql.queryLong(engine, "select count(*) from " + from + " as m where m." + column + " between 1 and " + (disclosure.threshold() - 1)
                                + " and " + disclosure.isClosed())).as(mart.name() + "." + column).isZero();
                        counts++;
                    }
                    if (mart.columnNames().contains(Table.statusOf(column))) {
                        assertThat(Sql.queryLong(engine, "select count(*) from " + from + " as m where m." + column + " is not null and m." + Table.statusOf(column)
                                + " = 'c'")).as(mart.name() + "." + column + " that is hidden").isZero();
                    }
                }
            }
            assertThat(Sql.queryLong(engine, "select count(*) from (from published.main." + mart.name() + " except from read_parquet("
                    + Sql.literal(release.publishedMarts().resolve(mart.name() + ".parquet").toString()) + "))")).as(mart.name()).isZero();
        }
        assertThat(counts).isGreaterThan(20);
    }

    /** What is told of an authority to the Department is of the same rows: no number of one to four where the mart says c. */
    @Test
    void no_line_of_an_ees_table_shows_what_the_mart_hides() throws SQLException {
        attach();
        for (Map.Entry<String, String> key : Map.of("mart_exclusions_la", "exclusions_la", "mart_attendance_la", "attendance_la").entrySet()) {
            for (Path file : Folders.list(release.ees())) {
                String name = file.getFileName().toString();
                if (name.startsWith(key.getValue()) && name.endsWith(".csv") && !name.endsWith(".meta.csv")) {
                    expectAsInMart(file, key.getKey());
                }
            }
        }
    }

    private void expectAsInMart(Path file, String mart) throws SQLException {
        String csv = "read_csv(" + Sql.literal(file.toString()) + ", all_varchar = true)";
        Set<String> columns = new HashSet<>(Sql.queryTexts(engine, "select column_name from (describe from " + csv + ")"));
        DisclosureConfig config = DisclosureConfig.load(ConfigFiles.of(Project.locate(), home.config()));
        MartDisclosure disclosure = config.marts().get(mart);
        // What is Total alone in a file is left out of it.
        String same = disclosure.grain().stream().map(column -> columns.contains(column) ? "line." + column + " = cast(m." + column + " as varchar)"
                : "lower(cast(m." + column + " as varchar)) = 'total'").collect(Collectors.joining(" and "));
        String joined = " from " + csv + " as line join published.main." + mart + " as m on " + same;
        assertThat(Sql.queryLong(engine, "select count(*)" + joined)).as(file.toString()).isPositive().isEqualTo(Sql.queryLong(engine, "select count(*) from " + csv));
        List<String> figures = disclosure.figures().stream().filter(columns::contains).toList();
        assertThat(figures).as(file.toString()).isNotEmpty();
        for (String figure : figures) {
            assertThat(Sql.queryLong(engine, "select count(*)" + joined + " where m." + Table.statusOf(figure) + " = 'c' and try_cast(line." + figure
                    + " as double) is not null")).as(file + " " + figure).isZero();
        }
    }

    private void expectNothingOfPupils(String from, Set<String> read) throws SQLException {
        for (String[] column : Sql.query(engine, "select column_name, column_type from (describe from " + from + ")", row -> new String[] {row.getString(1), row.getString(2)})) {
            String name = Sql.identifier(column[0]);
            read.add(from + name);
            assertThat(column[0]).as(from).doesNotMatch("(?i).*(pupil_key|upn|surname|forename|birth).*");
            if (column[1].matches("(BIGINT|HUGEINT|INTEGER|DECIMAL.*|DOUBLE)")) {
                assertThat(Sql.queryLong(engine, "select count(*) from " + from + " where try_cast(" + name + " as bigint) in (select pupil_key from vault.pupil)"))
                        .as(from + "." + column[0]).isZero();
            } else if (column[1].equals("VARCHAR")) {
                List<String> values = Sql.queryTexts(engine, "select distinct " + name + " from " + from + " where " + name + " is not null");
                assertThat(values.stream().filter(value -> UPN_FORM.matcher(value).results().anyMatch(upn -> upns.contains(upn.group()))
                        || LONG_NUMBER.matcher(value).results().anyMatch(number -> isKey(number.group())) || names.contains(value)).count()).as(from + "." + column[0]).isZero();
            }
        }
    }

    private List<Path> published() {
        List<Path> files = new ArrayList<>(Folders.files(release.published()));
        files.add(release.readersManifest());
        return files;
    }

    private void attach() throws SQLException {
        Sql.execute(engine, "attach if not exists " + Sql.literal(release.publishedDatabase().toString()) + " as published (read_only)");
    }

    private List<String> tables() throws SQLException {
        return Sql.queryTexts(engine, "select schema_name || '.' || table_name from duckdb_tables() where database_name = 'published'");
    }

    private boolean isKey(String number) {
        try {
            return keys.contains(Long.parseLong(number));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.split("[^\\p{L}'-]+")));
    }
}

package org.bellwether.release.compare;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;

/**
 * What somebody has to see before approving a release that is held.
 *
 * @param startedBy who started the run that made it; null where an earlier version has
 * @param holding audits by which it is held
 * @param marts of the published tier
 * @param difference from the release that is current, of the published tier; null where there is none
 */
public record ReleaseSummary(String release, String startedBy, List<Manifest.Audit> holding, List<Mart> marts, ReleaseDifference difference) {

    private static final String ENDING = ".parquet";

    /**
     * A published mart.
     *
     * @param rowsBefore in the current release; null where that has no such mart
     * @param smallest the smallest count of pupils or events above 0 that is shown; null where none is
     * @param figures how many it has, {@code hidden} of them with status c
     */
    public record Mart(String mart, long rows, Long rowsBefore, Long smallest, long figures, long hidden) {
    }

    /** @param current empty before the first release */
    public static ReleaseSummary of(Connection connection, ReleaseComparison comparison, DisclosureConfig disclosure, ReleaseFolder held,
            Optional<ReleaseFolder> current) throws SQLException, IOException {
        Manifest manifest = Manifest.read(held);
        List<Mart> marts = new ArrayList<>();
        for (Path file : Folders.list(held.publishedMarts())) {
            String name = file.getFileName().toString().replace(ENDING, "");
            marts.add(mart(connection, name, disclosure.marts().get(name), file, current.map(folder -> folder.publishedMarts().resolve(file.getFileName()))));
        }
        return new ReleaseSummary(manifest.release(), manifest.startedBy(), manifest.holding(), marts,
                current.isPresent() ? comparison.between(current.get(), held, false) : null);
    }

    private static Mart mart(Connection connection, String name, MartDisclosure disclosure, Path file, Optional<Path> before) throws SQLException {
        List<String> columns = new ArrayList<>(MartComparison.columns(connection, file).keySet());
        List<String> figures = disclosure == null ? List.of() : disclosure.figures().stream().filter(one -> columns.contains(one) && columns.contains(Table.statusOf(one))).toList();
        List<String> counts = disclosure == null ? List.of() : disclosure.counts().stream().filter(columns::contains).toList();
        String smallest = counts.isEmpty() ? "null" : "least(" + counts.stream().map(count -> "min(case when %1$s > 0 then %1$s end)".formatted(identifier(count)))
                .collect(Collectors.joining(", ")) + ")";
        Long rowsBefore = before.filter(Files::exists).isPresent() ? rows(connection, before.get()) : null;
        return Sql.query(connection, "select count(*), cast(%s as bigint), %s, %s from read_parquet(%s)".formatted(smallest,
                sum(figures, "%1$s is not null or %2$s = 'c'"), sum(figures, "%2$s = 'c'"), literal(file.toString())),
                row -> new Mart(name, row.getLong(1), rowsBefore, row.getObject(2) == null ? null : row.getLong(2), row.getLong(3), row.getLong(4))).get(0);
    }

    private static long rows(Connection connection, Path file) throws SQLException {
        return Sql.queryLong(connection, "select count(*) from read_parquet(" + literal(file.toString()) + ")");
    }

    /** @param condition on a figure and its status */
    private static String sum(List<String> figures, String condition) {
        return figures.isEmpty() ? "0" : figures.stream().map(figure -> "count(*) filter (where "
                + condition.formatted(identifier(figure), identifier(Table.statusOf(figure))) + ")").collect(Collectors.joining(" + "));
    }
}

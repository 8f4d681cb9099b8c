package org.bellwether.release.site.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.config.Settings;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.release.site.chart.Days;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.source.StagedSource;

/** How long before a release each return has last come: by the day, and of the authority as a whole, since a school's own days could tell of a child. */
public final class Freshness {

    private static final String STAGED = "staged.";

    /**
     * A return.
     *
     * @param every    how often it is due
     * @param received in words, when the latest of its submissions was that the release knows; null where none has come
     * @param days     before the day of the release
     */
    public record Return(String name, String title, String every, String received, long days) {
    }

    private final List<Return> returns;
    private final Map<String, Set<String>> byTable = new HashMap<>();

    private Freshness(List<Return> returns, ContractCatalog contracts) {
        this.returns = returns;
        for (ReturnContract contract : contracts.returns()) {
            contract.tables().values().stream().flatMap(table -> table.stages().stream())
                    .forEach(table -> byTable.computeIfAbsent(table, any -> new TreeSet<>()).add(contract.name()));
        }
    }

    /**
     * @param connection of an engine that may open files
     * @param asOf what was known then is in the release
     */
    public static Freshness of(Connection connection, ReleaseFolder folder, Instant asOf, ContractCatalog contracts) throws SQLException {
        Map<String, LocalDate> received = new HashMap<>();
        Path submissions = folder.rows(folder.coreDatabase(), "dim_submission");
        if (Files.isRegularFile(submissions)) {
            Sql.query(connection, "select return_name, london_date(max(received_at)) from read_parquet(" + Sql.literal(submissions.toString()) + ") group by return_name",
                    row -> received.put(row.getString(1), row.getObject(2, LocalDate.class)));
        }
        LocalDate release = LocalDate.ofInstant(asOf, Settings.LONDON);
        return new Freshness(contracts.returns().stream().map(contract -> {
            LocalDate day = received.get(contract.name());
            return new Return(contract.name(), contract.title(), contract.cadence().every(), day == null ? null : Days.LONG.format(day),
                    day == null ? 0 : release.toEpochDay() - day.toEpochDay());
        }).toList(), contracts);
    }

    /** All that there are contracts of, by name. */
    List<Return> returns() {
        return returns;
    }

    /** Those that have come of the returns behind these tables, the latest first. */
    List<Return> behind(List<String> sources) {
        Set<String> names = sources.stream().filter(source -> source.startsWith(STAGED))
                .flatMap(source -> byTable.getOrDefault(StagedSource.behind(source.substring(STAGED.length())), Set.of()).stream()).collect(Collectors.toSet());
        return returns.stream().filter(one -> one.received() != null && names.contains(one.name())).sorted(Comparator.comparingLong(Return::days).thenComparing(Return::name)).toList();
    }
}

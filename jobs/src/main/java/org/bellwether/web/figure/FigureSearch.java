package org.bellwether.web.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bellwether.config.ConfigFiles;
import org.bellwether.engine.Sql;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.springframework.stereotype.Component;

/** Finds measures, marts and schools by words of theirs; with no word it lists all. */
@Component
class FigureSearch {

    private static final int SHOWN = 60;

    private final CurrentTiers tiers;
    private final MeasureCatalog measures;

    FigureSearch(CurrentTiers tiers, ConfigFiles config) {
        this.tiers = tiers;
        this.measures = MeasureCatalog.load(config);
    }

    List<Found> find(String words) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.UK).split("\\s+")).filter(word -> !word.isBlank()).toList();
        List<Found> all = new ArrayList<>(tiers.ask(Edition.PUBLISHED, (tier, folder) -> {
            try (Connection connection = tier.another()) {
                List<Found> found = new ArrayList<>(marts(tier, connection));
                found.addAll(schools(tier, connection));
                return found;
            }
        }));
        List<String> marts = all.stream().filter(one -> one.kind().equals("mart")).map(Found::title).toList();
        measures.codes().forEach(code -> measures.measure(code).marts().entrySet().stream().filter(place -> marts.contains(place.getKey())).findFirst()
                .ifPresent(place -> all.add(new Found("measure", measures.measure(code).name(), measures.measure(code).definition(),
                        Edition.PUBLISHED.path() + "/" + place.getKey() + "?column=" + place.getValue()))));
        return all.stream().filter(one -> wanted.stream().allMatch(word -> (one.title() + " " + one.says()).toLowerCase(Locale.UK).contains(word)))
                .sorted(Comparator.comparing((Found one) -> wanted.stream().noneMatch(word -> one.title().toLowerCase(Locale.UK).contains(word)))
                        .thenComparing(Found::kind).thenComparing(Found::title)).limit(SHOWN).toList();
    }

    private static List<Found> marts(ReportTier tier, Connection connection) throws SQLException {
        String[] schema = tier.marts().split("\\.");
        return Sql.query(connection, "select table_name, coalesce(comment, '') from duckdb_tables() where database_name = " + Sql.literal(schema[0]) + " and table_name like 'mart\\_%' escape '\\'"
                + " order by 1", row -> new Found("mart", row.getString(1), row.getString(2), Edition.PUBLISHED.path() + "/" + row.getString(1)));
    }

    private static List<Found> schools(ReportTier tier, Connection connection) throws SQLException {
        return Sql.query(connection, "select laestab, any_value(school_name), any_value(education_phase) from " + tier.marts() + ".dim_school where is_current and laestab in (select laestab from "
                + tier.marts() + ".mart_school_scorecard) group by laestab order by 2",
                row -> new Found("school", row.getString(2), row.getString(3) + ", DfE number " + row.getInt(1), "/report/school-" + row.getInt(1) + ".html"));
    }
}

package org.bellwether.web.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.engine.Sql;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.web.security.Person;
import org.bellwether.web.statement.StatementAnswers;
import org.springframework.stereotype.Component;

/** Finds schools, measures, marts and statements of documents by words of theirs; with no word it lists all but statements. What stands in the restricted tier alone is found by those who may read it. */
@Component
class FigureSearch {

    private static final List<String> KINDS = List.of("school", "measure", "statement", "mart");
    private static final int IN_TITLE = 3;
    private static final int SHORT = 3;

    private final CurrentTiers tiers;
    private final FigureConfig config;
    private final StatementAnswers statements;

    FigureSearch(CurrentTiers tiers, FigureConfig config, StatementAnswers statements) {
        this.tiers = tiers;
        this.config = config;
        this.statements = statements;
    }

    /**
     * Those first that have most of the words, in their title before in what is said of them.
     *
     * @param reader who looks: the page of their own school they see whole
     */
    List<Found> find(String words, Person reader) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.UK).split("\\s+")).filter(word -> !word.isBlank()).map(FigureSearch::stem).toList();
        List<Found> all = new ArrayList<>();
        List<Found> marts = new ArrayList<>();
        MeasureCatalog measures = tiers.ask(Edition.PUBLISHED, (tier, folder) -> {
            try (Connection connection = tier.another()) {
                all.addAll(schools(tier, connection, reader.school()));
                marts.addAll(marts(tier, connection, Edition.PUBLISHED));
            }
            return config.of(folder).measures();
        });
        if (reader.isAnalyst()) {
            marts.addAll(restrictedAlone(marts.stream().map(Found::title).toList()));
        }
        measures.codes().forEach(code -> place(measures.measure(code), marts)
                .ifPresent(href -> all.add(new Found("measure", measures.measure(code).name(), measures.measure(code).definition(), href))));
        all.addAll(marts);
        if (!wanted.isEmpty()) {
            statements.says().forEach((id, says) -> all.add(new Found("statement", id, says, statements.path(id))));
        }
        return all.stream().filter(one -> wanted.isEmpty() || score(one, wanted) > 0)
                .sorted(Comparator.comparingInt((Found one) -> -score(one, wanted)).thenComparing(one -> KINDS.indexOf(one.kind())).thenComparing(Found::title)).toList();
    }

    /** Of the marts that hold a measure the first that is published, as its declaration has them. */
    private static Optional<String> place(Measure measure, List<Found> marts) {
        return measure.marts().entrySet().stream().flatMap(place -> marts.stream().filter(mart -> mart.title().equals(place.getKey())).map(mart -> mart.href() + "?column=" + place.getValue()))
                .min(Comparator.comparing(href -> href.startsWith(Edition.RESTRICTED.path())));
    }

    private static int score(Found one, List<String> wanted) {
        String title = one.title().toLowerCase(Locale.UK);
        String says = one.says().toLowerCase(Locale.UK);
        return wanted.stream().mapToInt(word -> title.contains(word) ? IN_TITLE : says.contains(word) ? 1 : 0).sum();
    }

    /** Whether one or several are looked for. */
    private static String stem(String word) {
        return word.length() > SHORT && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private List<Found> restrictedAlone(List<String> published) {
        return tiers.ask(Edition.RESTRICTED, (tier, folder) -> {
            try (Connection connection = tier.another()) {
                return marts(tier, connection, Edition.RESTRICTED).stream().filter(mart -> !published.contains(mart.title())).toList();
            }
        });
    }

    private static List<Found> marts(ReportTier tier, Connection connection, Edition edition) throws SQLException {
        String[] schema = tier.marts().split("\\.");
        return Sql.query(connection, "select table_name, coalesce(comment, '') from duckdb_tables() where database_name = " + Sql.literal(schema[0]) + " and table_name like 'mart\\_%' escape '\\'"
                + " order by 1", row -> new Found("mart", row.getString(1), row.getString(2), edition.path() + "/" + row.getString(1)));
    }

    private static List<Found> schools(ReportTier tier, Connection connection, Integer ownSchool) throws SQLException {
        return Sql.query(connection, "select laestab, any_value(school_name), any_value(education_phase) from " + tier.marts() + ".dim_school where is_current and laestab in (select laestab from "
                + tier.marts() + ".mart_school_scorecard) group by laestab order by 2",
                row -> new Found("school", row.getString(2), row.getString(3) + ", DfE number " + row.getInt(1), (ownSchool != null && ownSchool == row.getInt(1) ? "/restricted" : "") + "/report/school-" + row.getInt(1) + ".html"));
    }
}

package org.bellwether.release.site.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.engine.Sql;
import org.bellwether.release.compare.PublishedChanges;
import org.bellwether.release.compare.Reason;
import org.bellwether.release.compare.ReleaseDifference.ColumnChange;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;

/** What has changed since the release before, as its page says it: a mart after the other, of each its measures, and of each school what has become of them. */
public final class ChangesPage {

    private static final String SCHOOLS = "dim_school";
    private static final int CAUSES = 4;

    /**
     * A mart of which figures differ.
     *
     * @param figures how many
     * @param labels  columns that hold no figure and differ too
     * @param schools by name; none where the mart tells of none
     */
    public record Mart(String name, String figures, List<Line> measures, List<School> schools, List<String> labels) {
    }

    /** A measure: how many of its figures have become what, the first of them, and why. */
    public record Line(String measure, String counts, String example, String why) {
    }

    /** @param measures a sentence each */
    public record School(String name, List<String> measures) {
    }

    private final PublishedChanges changes;
    private final MeasureCatalog catalog;
    private final Map<Integer, String> schools = new HashMap<>();

    /** @param connection in which the published tables lie in the attached database {@code published} */
    ChangesPage(Connection connection, MeasureCatalog catalog, List<Table> tables, PublishedChanges changes) throws SQLException {
        this.changes = changes;
        this.catalog = catalog;
        boolean isNamed = changes.figures().stream().anyMatch(change -> change.laestab() != null)
                && tables.stream().anyMatch(table -> table.name().equals(SCHOOLS) && table.columnNames().containsAll(List.of("laestab", "school_name", "is_current")));
        if (isNamed) {
            Sql.query(connection, "select laestab, max(school_name) from published.main.dim_school where is_current group by laestab",
                    row -> schools.put(row.getInt(1), row.getString(2)));
        }
    }

    /** Whether there was a release before. */
    public boolean isFirst() {
        return changes.state() == PublishedChanges.State.FIRST;
    }

    public boolean isCompared() {
        return changes.state() == PublishedChanges.State.COMPARED;
    }

    /** The release before; null where it is not compared. */
    public String since() {
        return changes.since() == null ? null : changes.since().release();
    }

    public boolean isSame() {
        return changes.figures().isEmpty() && changes.columns().isEmpty();
    }

    public List<String> returns() {
        return changes.returns();
    }

    public List<String> definitions() {
        return changes.definitions().stream().map(Reason::toString).toList();
    }

    public List<String> columns() {
        return changes.columns().stream().map(ChangesPage::column).toList();
    }

    public List<Mart> marts() {
        return changes.figures().stream().collect(Collectors.groupingBy(FigureChange::mart, LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(mart -> mart(mart.getKey(), mart.getValue())).toList();
    }

    private Mart mart(String name, List<FigureChange> all) {
        List<FigureChange> figures = all.stream().filter(change -> !change.isLabel()).toList();
        List<Line> lines = by(figures, change -> measure(change)).entrySet().stream().map(measure -> new Line(measure.getKey(), counts(measure.getValue()),
                example(measure.getValue().get(0)), why(measure.getValue()))).toList();
        Map<String, List<FigureChange>> named = by(figures.stream().filter(change -> change.laestab() != null).toList(), this::school);
        List<School> ofSchools = named.entrySet().stream().map(school -> new School(school.getKey(), school.getValue().stream()
                .map(change -> measure(change) + ": " + counts(List.of(change)) + " (" + example(change, change.first().cell()) + ")").toList())).toList();
        List<String> labels = all.stream().filter(FigureChange::isLabel).map(FigureChange::column).distinct().toList();
        return new Mart(name, number(total(figures, FigureChange::cells)), lines, ofSchools, labels);
    }

    private static Map<String, List<FigureChange>> by(List<FigureChange> changes, Function<FigureChange, String> key) {
        return changes.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private String school(FigureChange change) {
        String name = schools.get(change.laestab());
        return name == null ? String.valueOf(change.laestab()) : name + " (" + change.laestab() + ")";
    }

    private String measure(FigureChange change) {
        Measure measure = catalog.measure(change.measure());
        if (measure == null) {
            return change.column();
        }
        boolean isItsColumn = change.column().equals(change.measure()) || change.column().equals(measure.marts().get(change.mart()));
        return isItsColumn ? measure.name() : measure.name() + ", " + change.column();
    }

    private static String counts(Collection<FigureChange> changes) {
        return Stream.of(count(changes, FigureChange::changed, "changed"), count(changes, FigureChange::appeared, "new"), count(changes, FigureChange::gone, "gone"),
                count(changes, FigureChange::hidden, "shown → hidden"), count(changes, FigureChange::shown, "hidden → shown")).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String count(Collection<FigureChange> changes, ToLongFunction<FigureChange> cells, String what) {
        long count = total(changes, cells);
        return count == 0 ? null : number(count) + " " + what;
    }

    private static long total(Collection<FigureChange> changes, ToLongFunction<FigureChange> cells) {
        return changes.stream().mapToLong(cells).sum();
    }

    private String example(FigureChange change) {
        String cell = change.first().cell();
        return example(change, change.laestab() == null ? cell : school(change) + (cell.isEmpty() ? "" : ", " + cell));
    }

    private static String example(FigureChange change, String cell) {
        return cell + ": " + value(change.first().before()) + " → " + value(change.first().after());
    }

    private static String value(String value) {
        return value == null ? "none" : value;
    }

    private static String why(Collection<FigureChange> changes) {
        Map<Reason.Kind, List<String>> byKind = new TreeMap<>();
        changes.stream().flatMap(change -> change.why().stream()).distinct().sorted(Comparator.comparing(Reason::what))
                .forEach(reason -> byKind.computeIfAbsent(reason.kind(), kind -> new ArrayList<>()).add(reason.what()));
        return byKind.entrySet().stream().map(kind -> new Reason(kind.getKey(), some(kind.getValue())).toString()).collect(Collectors.joining("; "));
    }

    /** All of them stand above, and with each figure in the file. */
    private static String some(List<String> causes) {
        return causes.size() <= CAUSES ? String.join(", ", causes) : String.join(", ", causes.subList(0, CAUSES)) + " and " + (causes.size() - CAUSES) + " more";
    }

    private static String column(ColumnChange change) {
        String what = change.before() == null ? "new, " + change.after() : change.after() == null ? "gone" : change.before() + " → " + change.after();
        return change.mart() + "." + change.column() + ": " + what;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

package org.bellwether.warehouse.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.table.TableColumns;
import org.bellwether.warehouse.table.TableComments;

/**
 * The models that config/measures makes: sums of parts, figures of them, and marts as pivots of figures.
 *
 * <p>{@code part.x} is a view of sql/parts, {@code total.x} sums it by cell, {@code figure.s} has the figures of a subject,
 * {@code mart.figure} shows those of all, and a mart of which measures name a column has it beside its own SELECT.
 */
public final class FigureModels {

    private static final String SHAPE = "shape.";
    private static final String FIGURE = "__figure";
    private static final String CELL_KEY = "cell_key";

    private final Map<String, Subject> subjects;

    public FigureModels(MeasureCatalog measures) {
        this.subjects = measures.subjects();
    }

    /** These models with those that are composed of them and of the measures; their tables are declared, and made where they are not there. */
    public List<Model> with(List<Model> models, Connection connection) throws SQLException {
        TableComments said = TableComments.read(connection);
        List<Model> all = new ArrayList<>();
        for (Subject subject : subjects.values()) {
            for (String parts : subject.parts().keySet()) {
                String total = "total." + parts;
                if (all.stream().noneMatch(model -> model.table().equals(total))) {
                    all.add(Model.table("total", parts, FigureSql.totals(parts, subject)));
                    totals(total, subject).apply(connection, said);
                }
            }
            if (subject.hasFigures()) {
                all.add(Model.table("figure", subject.subject(), new FigureSql(subject).figures()));
                figures(subject).apply(connection, said);
            }
        }
        if (subjects.values().stream().anyMatch(Subject::hasFigures)) {
            all.add(Model.view("mart", "figure", allFigures()));
        }
        for (Model model : models) {
            if (isPivot(model)) {
                Map<String, String> labels = labels(connection, said, model);
                MartSql mart = new MartSql(model.name(), model.sql(), List.copyOf(labels.keySet()), subjects);
                all.add(Model.table("mart", model.name(), mart.select()));
                all.add(Model.view("mart", model.name() + FIGURE, mart.shown()));
                declaration(said, model, labels, mart).apply(connection, said);
            } else {
                all.add(model);
            }
        }
        return all;
    }

    /** Schema and name of all tables and views that {@link #with} makes of these models. */
    public Set<String> names(List<Model> models) {
        Set<String> names = new TreeSet<>();
        for (Subject subject : subjects.values().stream().filter(Subject::hasFigures).toList()) {
            names.add("mart.figure");
            subject.parts().keySet().forEach(parts -> names.add("total." + parts));
            names.add("figure." + subject.subject());
        }
        for (Model model : models) {
            names.add(model.table());
            if (isPivot(model)) {
                names.add(model.table() + FIGURE);
            }
        }
        return names;
    }

    private boolean isPivot(Model model) {
        return model.schema().equals("mart") && new MartSql(model.name(), model.sql(), List.of(), subjects).hasFigures();
    }

    private String allFigures() {
        return "-- One row per measure and cell, of all subjects.\n" + subjects.values().stream().filter(Subject::hasFigures)
                .map(subject -> "select * from figure." + subject.subject()).collect(Collectors.joining("\n\nunion all by name\n\n"));
    }

    private static TableDeclaration totals(String table, Subject subject) {
        List<TableDeclaration.Column> columns = new ArrayList<>(Cell.columns(subject.cell()));
        columns.add(new TableDeclaration.Column("part", "VARCHAR", "What is counted or summed"));
        columns.add(new TableDeclaration.Column("amount", subject.amount().toUpperCase(Locale.ROOT).replace(", ", ","), "Its sum in the cell"));
        return new TableDeclaration(table, "Sums of parts by cell", columns);
    }

    private static TableDeclaration figures(Subject subject) {
        List<TableDeclaration.Column> columns = new ArrayList<>();
        columns.add(new TableDeclaration.Column("subject", "VARCHAR", "Subject of the measure"));
        columns.add(new TableDeclaration.Column("measure_code", "VARCHAR", "Code of the measure"));
        columns.add(new TableDeclaration.Column("cell_key", "BIGINT", "Key of the cell, whatever the subject"));
        columns.addAll(Cell.columns(Cell.names()));
        columns.add(new TableDeclaration.Column("numerator", subject.figureType().toUpperCase(Locale.ROOT), "What is counted, summed or divided"));
        columns.add(new TableDeclaration.Column("denominator", subject.figureType().toUpperCase(Locale.ROOT), "What it is divided by; null where it is not"));
        columns.add(new TableDeclaration.Column("value", subject.figureType().toUpperCase(Locale.ROOT), "The figure; null where its status is not ok"));
        columns.add(new TableDeclaration.Column("status", "VARCHAR",
                "ok, or why there is no figure: z it does not apply or there is nothing to divide by, x nobody has told of it"));
        columns.add(new TableDeclaration.Column("as_at_date", "DATE", "Day up to which it is known"));
        columns.add(new TableDeclaration.Column("preferred_source", "VARCHAR", "Source that counts"));
        columns.add(new TableDeclaration.Column("data_status", "VARCHAR", "final, provisional or year_to_date"));
        return new TableDeclaration("figure." + subject.subject(), subject.title() + ": one row per measure and cell", columns);
    }

    /** Names and types of a mart's labels: as declared in {@code shape}, else as its SELECT has them. */
    private static Map<String, String> labels(Connection connection, TableComments said, Model mart) {
        if (said.isTable(SHAPE + mart.name())) {
            return TableColumns.ofTable(connection, SHAPE + mart.name()).types();
        }
        Map<String, String> labels = new LinkedHashMap<>(TableColumns.ofQuery(connection, mart.table(), mart.sql()).types());
        labels.remove(CELL_KEY);
        return labels;
    }

    /** A label that {@code shape} does not declare says what columns of its name say elsewhere. */
    private static TableDeclaration declaration(TableComments said, Model model, Map<String, String> labels, MartSql mart) {
        String shape = SHAPE + model.name();
        List<TableDeclaration.Column> columns = new ArrayList<>();
        labels.forEach((name, type) -> columns.add(new TableDeclaration.Column(name, type,
                said.isTable(shape) ? said.ofColumns(shape).get(name) : said.ofAnyColumn(name))));
        columns.addAll(mart.columns());
        return new TableDeclaration(model.table(), said.isTable(shape) ? said.of(shape) : model.title(), columns);
    }
}

package org.bellwether.release.check;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.exchange.PromisedColumns;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.audit.Audit;

/** What readers' tools rely on: keys, references, types that all of them have, and columns that stay. */
final class SchemaAudits {

    /** Those of which every reader has one of its own; DECIMAL within what a 64-bit integer holds. */
    private static final String SHARED = "'(BIGINT|INTEGER|SMALLINT|TINYINT|DOUBLE|VARCHAR|DATE|BOOLEAN|TIMESTAMP|DECIMAL\\(1?[0-9],[0-9]+\\))'";
    private static final String DAY = "'(^|_)(date|commencing)$|^valid_(from|to)$'";
    private static final String NOTHING = "select null as table_name where false";

    private final DatabaseFile published;
    private final Publication publication;
    private final List<Table> tables;
    private final Map<String, MartDisclosure> disclosures = new LinkedHashMap<>();

    /**
     * @param tables published ones, as they lie in the file
     * @param marts  those of them that are marts
     */
    SchemaAudits(DatabaseFile published, Publication publication, List<Table> tables, Map<Table, MartDisclosure> marts) {
        this.published = published;
        this.publication = publication;
        this.tables = tables;
        marts.forEach((mart, disclosure) -> disclosures.put(mart.name(), disclosure));
    }

    /**
     * @param draft       to be published
     * @param before      what readers have
     */
    List<Audit> of(ReleaseFolder draft, Optional<ReleaseFolder> before) {
        return List.of(
                audit("published_unique", "Two rows of a published table have one key, or one has a key with a gap",
                        "a row of a mart is one cell, and of a dimension one thing", "joins and totals of readers count it twice",
                        "correct the model, or what config/publication.yml says is the key", unique()),
                // No figure is wrong by it, and what was accepted may lead to it: it is told, and stops nothing.
                new Audit("published_references", Audit.Severity.WARN, null, "A published row names a row of a dimension that is not there, or more than one",
                        "what a column names can be looked up in its dimension", "joins of readers lose rows or double them",
                        "publish the row of the dimension, or correct the reference in config/publication.yml", references()),
                audit("published_types", "A published column has a type that not every reader has",
                        "some readers have no integers above 64 bits, none without a sign, no lists and no days written as texts",
                        "the file cannot be opened there, or its numbers are wrong", "cast it in the model: DECIMAL within 18 digits, BIGINT, DATE, or a column each",
                        types()),
                audit("published_columns", "A column of a published mart is gone or has another type, and it is not noted",
                        "the contract of the last release promised it", "queries and reports of readers fail, or are wrong without failing",
                        "keep the column, or note the change in config/publication.yml with its date and why", columns(draft, before)));
    }

    private String unique() {
        return union(tables.stream().filter(table -> !key(table).isEmpty()).map(table -> {
            List<String> key = key(table).stream().map(column -> "cast(" + identifier(column) + " as varchar)").toList();
            return "select " + literal(table.name()) + " as table_name, concat_ws(' ', " + String.join(", ", key) + ") as key, count(*) as rows_of_it from "
                    + published.qualified(table) + " group by " + String.join(", ", key) + " having count(*) > 1 or "
                    + key.stream().map(column -> column + " is null").collect(Collectors.joining(" or "));
        }).toList());
    }

    private List<String> key(Table table) {
        MartDisclosure disclosure = disclosures.get(table.name());
        List<String> key = publication.keys().getOrDefault(table.name(), disclosure == null ? List.of() : disclosure.grain());
        return table.columnNames().containsAll(key) ? key : List.of();
    }

    private String references() {
        List<String> queries = new ArrayList<>();
        for (Table mart : tables.stream().filter(table -> disclosures.containsKey(table.name())).toList()) {
            for (Publication.Reference reference : publication.references().values().stream().filter(one -> one.isOf(mart.name(), mart.columnNames())).toList()) {
                tables.stream().filter(table -> table.name().equals(reference.to())).forEach(to -> queries.add(reference(mart, reference, to)));
            }
        }
        return union(queries);
    }

    private String reference(Table mart, Publication.Reference reference, Table to) {
        String here = columns(reference.columns(), "");
        String there = columns(reference.there(), "");
        String both = IntStream.range(0, reference.columns().size()).mapToObj(place -> "named." + identifier(reference.columns().get(place)) + " = found."
                + identifier(reference.there().get(place))).collect(Collectors.joining(" and "));
        // Of what nobody names, too: where tools follow a reference, one row a value is what they ask of the dimension.
        return "select " + literal(mart.name()) + " as table_name, " + literal(reference.to()) + " as names, concat_ws(' ', " + columns(reference.columns(), "named.")
                + ", case when named." + identifier(reference.columns().get(0)) + " is null then concat_ws(' ', " + columns(reference.there(), "found.")
                + ") end) as key, coalesce(found.rows_of_it, 0) as rows_of_it from (select distinct " + here + " from " + published.qualified(mart) + " where "
                + reference.columns().stream().map(column -> identifier(column) + " is not null").collect(Collectors.joining(" and ")) + ") as named full join (select "
                + there + ", count(*) as rows_of_it from " + published.qualified(to) + " where " + reference.rows() + " group by " + there + ") as found on " + both
                + " where coalesce(found.rows_of_it, 0) <> 1";
    }

    private static String columns(List<String> names, String of) {
        return names.stream().map(name -> of + identifier(name)).collect(Collectors.joining(", "));
    }

    private String types() {
        return "select table_name, column_name, data_type from duckdb_columns() where database_name = " + literal(published.alias())
                + " and (not regexp_full_match(data_type, " + SHARED + ") or regexp_matches(column_name, " + DAY + ") and data_type <> 'DATE')";
    }

    private String columns(ReleaseFolder draft, Optional<ReleaseFolder> before) {
        List<PromisedColumns.Broken> broken = before.map(PromisedColumns::of)
                .map(promised -> promised.brokenBy(PromisedColumns.of(draft), publication)).orElse(List.of());
        return union(broken.stream().map(one -> "select " + literal(one.mart()) + " as table_name, " + literal(one.column()) + " as column_name, "
                + literal(one.before()) + " as type_before, " + literal(one.now()) + " as type_now").toList());
    }

    private static String union(List<String> queries) {
        return queries.isEmpty() ? NOTHING : String.join("\nunion all ", queries);
    }

    private static Audit audit(String name, String message, String why, String matters, String resolve, String query) {
        return new Audit(name, Audit.Severity.FAIL, null, message, why, matters, resolve, query);
    }
}

package org.bellwether.release.powerbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.exchange.PublishedSchema;
import org.bellwether.release.exchange.PublishedTable;

/** How Power Query reads the published files: from a folder that the reader names, since no release knows where it lies for whom. */
final class PowerQuery {

    static final String FOLDER = "Folder";
    /** What stands there until a reader has said it. */
    static final String PLACEHOLDER = "C:\\bellwether\\current\\published";

    private static final String IS_THERE = " is not null";

    private PowerQuery() {
    }

    /** A function of the folder that gives a record with every table; to be pasted into a blank query. */
    static String snippet(PublishedSchema schema) {
        return """
                // The tables of a release for Power Query (Power BI, Excel): paste this into a blank query, and give it the folder published,
                // for instance %s. Each field of what it gives is a table.
                (%s as text) =>
                [
                %s
                ]
                """.formatted(PLACEHOLDER, FOLDER, schema.tables().stream().map(table -> "    " + table.name() + " = " + document(table)).collect(Collectors.joining(",\n")));
    }

    /** The steps that read a table, of a dimension the rows that are meant where something names it. */
    static List<String> source(PublishedTable table, List<Publication.Reference> namedBy) {
        List<String> lines = new ArrayList<>(List.of("let"));
        Optional<String> rows = namedBy.stream().map(reference -> rows(reference).orElseThrow()).findFirst().filter(each -> !each.isEmpty());
        lines.add("\tSource = " + document(table) + (rows.isPresent() ? "," : ""));
        rows.ifPresent(each -> lines.add("\tMeant = Table.SelectRows(Source, each " + each + ")"));
        lines.add("in");
        lines.add(rows.isPresent() ? "\tMeant" : "\tSource");
        return lines;
    }

    /** The condition on rows of a dimension in M; empty where it says more than that columns are true or there. */
    static Optional<String> rows(Publication.Reference reference) {
        if (reference.rows().equals("true")) {
            return Optional.of("");
        }
        List<String> parts = Stream.of(reference.rows().split(" and ")).map(String::strip).map(part -> part.endsWith(IS_THERE)
                ? "[" + part.substring(0, part.length() - IS_THERE.length()) + "] <> null" : "[" + part + "] = true").toList();
        return parts.stream().allMatch(part -> part.matches("\\[\\w+] (<> null|= true)")) ? Optional.of(String.join(" and ", parts)) : Optional.empty();
    }

    private static String document(PublishedTable table) {
        return "Parquet.Document(File.Contents(" + FOLDER + " & \"\\" + table.path().replace('/', '\\') + "\"))";
    }
}

package org.bellwether.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.release.format.Table;

/** The pages of docs/dictionary: what the comments of the star and the marts say, with what is asked of marts, one page a table, and the list of them. */
final class DataDictionary {

    static final String LIST = "README.md";
    private static final Map<String, String> GROUPS = new TreeMap<>(Map.of("mart_", "Marts", "dim_", "Dimensions", "fact_", "Facts",
            "bridge_", "Bridges", "figure", "Figures"));
    private static final List<String> IN_ORDER = List.of("mart_", "figure", "fact_", "dim_", "bridge_");

    private final List<Table> tables;
    private final Map<String, Set<String>> reads;
    private final Map<String, List<WorkedQuestion>> questions;
    private final Set<String> restricted;

    /**
     * @param reads      by schema and name of each table, what its model reads
     * @param questions  by name of each mart
     * @param restricted names of the marts of which nothing is published
     */
    DataDictionary(List<Table> tables, Map<String, Set<String>> reads, Map<String, List<WorkedQuestion>> questions, Set<String> restricted) {
        this.tables = tables;
        this.reads = reads;
        this.questions = questions;
        this.restricted = restricted;
    }

    /** By file name. */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        tables.forEach(table -> pages.put(table.name() + ".md", page(table)));
        pages.put(LIST, list());
        return pages;
    }

    private String list() {
        StringBuilder list = new StringBuilder("""
                # Data dictionary

                What each table of the star and the marts holds, as its comments in the database say. Marts are published after disclosure control, and lie
                unsuppressed in the restricted tier; of the star the dimensions that name no pupil are published. How figures are made is said in
                [config/measures](../../config/measures) and [docs/measures](../measures). Each mart has questions that are asked of it, with the SELECT that answers them:
                they lie in [docs/questions](../questions), and `bellwether sql --questions MART` prints them.

                These pages are made from the comments and the questions; `DataDictionaryTest` says how, and that they are fresh.
                """);
        for (String prefix : IN_ORDER) {
            List<Table> group = tables.stream().filter(table -> table.name().startsWith(prefix)).toList();
            if (!group.isEmpty()) {
                list.append("\n## ").append(GROUPS.get(prefix)).append("\n\n| table | what it is |\n|---|---|\n");
                group.forEach(table -> list.append("| [").append(table.name()).append("](").append(table.name()).append(".md) | ")
                        .append(cell(table.comment())).append(" |\n"));
            }
        }
        return list.toString();
    }

    private String page(Table table) {
        StringBuilder page = new StringBuilder("# " + table.name() + "\n\n" + sentence(table.comment()) + "\n\n" + origin(table)
                + "\n| column | type | meaning |\n|---|---|---|\n");
        table.columns().forEach(column -> page.append("| `").append(column.name()).append("` | ").append(column.type()).append(" | ")
                .append(cell(column.comment())).append(" |\n"));
        if (questions.containsKey(table.name())) {
            page.append(worked(table.name()));
        }
        return page.toString();
    }

    private String worked(String mart) {
        StringBuilder worked = new StringBuilder("\n## Worked questions\n\n");
        worked.append(restricted.contains(mart) ? "Nothing of this mart is published: it is asked with `bellwether sql --restricted`.\n"
                : "They are asked with `bellwether sql`, of what is published; where it says so with `--restricted`.\n");
        worked.append("A figure that is not there is no nought. Why it is not told stands beside it: `c` it is hidden, `x` nobody has told of it, `z` it does not apply.\n");
        for (WorkedQuestion question : questions.get(mart)) {
            worked.append("\n### ").append(question.question()).append("\n\n");
            if (question.isRestricted() && !restricted.contains(mart)) {
                worked.append("Asked with `--restricted`.\n");
            }
            question.notes().forEach(note -> worked.append(note).append('\n'));
            worked.append(worked.toString().endsWith("\n\n") ? "" : "\n").append("```sql\n").append(question.sql()).append("\n```\n");
        }
        return worked.toString();
    }

    private String origin(Table table) {
        String name = table.schema() + "." + table.name();
        String made = table.name().equals("figure") ? "Made by [config/measures](../../config/measures)"
                : "Made by [" + file(name) + "](../../" + file(name) + ")";
        List<String> sources = new ArrayList<>(reads.getOrDefault(name, Set.of()));
        return made + (sources.isEmpty() ? "" : " from " + sources.stream().map(this::link).collect(Collectors.joining(", "))) + ".\n";
    }

    private String link(String source) {
        String name = source.substring(source.indexOf('.') + 1);
        if (tables.stream().anyMatch(table -> source.equals(table.schema() + "." + table.name()))) {
            return "[" + source + "](" + name + ".md)";
        }
        return switch (source.substring(0, source.indexOf('.'))) {
            case "figure" -> "[" + source + "](../../config/measures/" + name + ".yml)";
            case "part", "core", "mart" -> "[" + source + "](../../" + file(source) + ")";
            default -> "`" + source + "`";
        };
    }

    private static String file(String table) {
        String name = table.substring(table.indexOf('.') + 1);
        return "sql/" + switch (table.substring(0, table.indexOf('.'))) {
            case "part" -> "parts";
            case "mart" -> "marts";
            default -> "core";
        } + "/" + name + ".sql";
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}

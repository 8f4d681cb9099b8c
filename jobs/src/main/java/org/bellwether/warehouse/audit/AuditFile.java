package org.bellwether.warehouse.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;

/**
 * A file of sql/audits: comment lines that say what its rows mean, and the query behind them.
 *
 * <pre>{@code
 * -- Two rows of core.fact_dsg have the same key
 * -- severity: FAIL
 * -- rule: BLD-010
 * -- why: a year's allocation of a block stands once
 * -- matters: the income of the high needs block would count twice
 * -- resolve: take out the line that repeats another and send the return again
 * select ...
 * }</pre>
 *
 * <p>The parts stand in this order, each once; {@code rule} stands where the rows are those of submissions alone. What does not fit
 * into a line goes on in the next one, four blanks further in.
 */
record AuditFile(String message, Map<String, String> parts, String query) {

    private static final List<String> PARTS = List.of("severity", "rule", "why", "matters", "resolve");
    private static final Set<String> OPTIONAL = Set.of("rule");
    private static final Map<String, Pattern> FORMS = Map.of("severity", Pattern.compile("WARN|HOLD|FAIL"), "rule", Pattern.compile("BLD-[0-9]{3}"));
    private static final Pattern PART = Pattern.compile("-- (?<part>[a-z]+): (?<text>.+)");
    private static final Pattern MORE = Pattern.compile("-- {4,}(?<text>\\S.*)");

    /** @throws BellwetherException where a part of the header is missing, unknown, twice, in another place or of another form */
    static AuditFile parse(Path file, String text) {
        List<String> lines = text.strip().lines().toList();
        List<String> header = lines.stream().takeWhile(line -> line.startsWith("--")).map(String::stripTrailing).toList();
        String query = String.join("\n", lines.subList(header.size(), lines.size())).strip();
        demand(!header.isEmpty() && header.get(0).matches("-- \\S.*") && !PART.matcher(header.get(0)).matches(), file,
                "the first line says what it means that there are rows");
        Map<String, String> parts = new LinkedHashMap<>();
        header.subList(1, header.size()).forEach(line -> add(parts, line, file));
        List<String> expected = new ArrayList<>(PARTS);
        expected.removeIf(part -> OPTIONAL.contains(part) && !parts.containsKey(part));
        demand(List.copyOf(parts.keySet()).equals(expected), file, "the header has the parts " + parts.keySet() + " and not " + expected);
        FORMS.forEach((part, form) -> demand(!parts.containsKey(part) || form.matcher(parts.get(part)).matches(), file,
                part + " is " + parts.get(part) + " and not " + form));
        demand(!query.isEmpty(), file, "there is no query below the header");
        return new AuditFile(header.get(0).substring("-- ".length()), parts, query.endsWith(";") ? query.substring(0, query.length() - 1) : query);
    }

    /** Null where the file has none. */
    String part(String name) {
        return parts.get(name);
    }

    private static void add(Map<String, String> parts, String line, Path file) {
        Matcher more = MORE.matcher(line);
        if (more.matches() && !parts.isEmpty()) {
            parts.merge(List.copyOf(parts.keySet()).get(parts.size() - 1), more.group("text"), (before, next) -> before + " " + next);
            return;
        }
        Matcher part = PART.matcher(line);
        demand(part.matches(), file, "'" + line + "' is no part of a header");
        demand(parts.put(part.group("part"), part.group("text").strip()) == null, file, part.group("part") + " stands twice");
    }

    private static void demand(boolean holds, Path file, String otherwise) {
        if (!holds) {
            throw ErrorCode.AUDIT_WRONG.with(file, otherwise);
        }
    }
}

package org.bellwether.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a single SELECT through, or its EXPLAIN, and nothing else; DESCRIBE, SUMMARIZE and SHOW are SELECTs to the engine.
 *
 * <p>The engine parses the text and tells what it is; nothing of it is run or planned for that.
 */
public final class QueryGuard {

    /** No comment stands before it: where comments end, the engine alone knows. */
    private static final Pattern EXPLAIN = Pattern.compile("^\\s*explain\\b(?:\\s+analyze\\b)?"
            + "(?:\\s*\\(\\s*(?:analyze|format\\s+\\w+)(?:\\s*,\\s*(?:analyze|format\\s+\\w+))*\\s*\\))?", Pattern.CASE_INSENSITIVE);

    /** A statement that writes may stand in a WITH of one that reads. */
    private static final Set<String> QUERY_NODES = Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

    /** Functions that stand for tables and neither open a file nor run another text nor change a setting. */
    private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest", "repeat", "repeat_row", "json_each",
            "json_tree", "histogram", "histogram_values", "summary", "duckdb_columns", "duckdb_constraints", "duckdb_databases",
            "duckdb_functions", "duckdb_keywords", "duckdb_schemas", "duckdb_tables", "duckdb_types", "duckdb_views",
            "pragma_table_info", "pragma_version", "icu_calendar_names", "pg_timezone_names");

    /** The engine's own limit is a thousand expressions in one another. */
    private static final JsonMapper DEEP = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20_000).build()).build()).build();

    private QueryGuard() {
    }

    /**
     * @throws BellwetherException where the text is anything but one question
     * @throws SQLException   where the engine cannot parse it
     */
    public static void check(Connection connection, String asked) throws SQLException {
        Matcher explain = EXPLAIN.matcher(asked);
        int start = explain.find() ? explain.end() : 0;
        JsonNode parsed = DEEP.readTree(Sql.queryText(connection,
                "select cast(json_serialize_sql(cast(" + Sql.literal(asked.substring(start)) + " as varchar)) as varchar)"));
        if (parsed.path("error").asBoolean()) {
            if (parsed.path("error_type").asString("").equals("parser")) {
                throw new SQLException(syntaxError(asked, start, parsed));
            }
            throw ErrorCode.READ_ONLY.with();
        }
        if (parsed.path("statements").size() != 1) {
            throw (parsed.path("statements").isEmpty() ? ErrorCode.NO_QUESTION : ErrorCode.SEVERAL_QUESTIONS).with();
        }
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(parsed);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            checkNode(node);
            node.forEach(open::push);
        }
    }

    private static void checkNode(JsonNode node) {
        String type = node.path("type").asString("");
        if (type.endsWith("_NODE") && !QUERY_NODES.contains(type)) {
            throw ErrorCode.READ_ONLY.with();
        }
        if (type.equals("TABLE_FUNCTION")) {
            String name = node.path("function").path("function_name").asString("").toLowerCase(Locale.ROOT);
            if (!TABLE_FUNCTIONS.contains(name)) {
                throw ErrorCode.UNKNOWN_FUNCTION.with(name);
            }
        }
    }

    /** As the engine itself would say it, with the line and a mark below the place. */
    private static String syntaxError(String asked, int start, JsonNode parsed) {
        String message = "Parser Error: " + parsed.path("error_message").asString("");
        byte[] bytes = asked.substring(start).getBytes(StandardCharsets.UTF_8);
        int position = parsed.path("position").asInt(-1);
        if (position < 0 || position > bytes.length) {
            return message;
        }
        String before = asked.substring(0, start) + new String(bytes, 0, position, StandardCharsets.UTF_8);
        int lineStart = before.lastIndexOf('\n') + 1;
        String line = asked.substring(lineStart).lines().findFirst().orElse("");
        String label = "LINE " + (before.chars().filter(c -> c == '\n').count() + 1) + ": ";
        return message + "\n\n" + label + line + "\n" + " ".repeat(label.length() + before.length() - lineStart) + "^";
    }
}

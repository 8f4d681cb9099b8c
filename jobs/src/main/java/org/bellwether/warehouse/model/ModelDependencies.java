package org.bellwether.warehouse.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bellwether.warehouse.table.ModelException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a SELECT reads, as the engine's own parser understands it.
 *
 * @param tables schema and name of every table and view
 * @param functions name of every function, its own and the engine's
 */
public record ModelDependencies(SortedSet<String> tables, SortedSet<String> functions) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a build has parsed, the pages of its release ask for again: by table and text, which is all that it follows from. */
    private static final Map<List<String>, ModelDependencies> PARSED = new ConcurrentHashMap<>();
    private static final int MOST = 1000;

    /** @throws ModelException where the model is not one plain SELECT, or names a table without its schema */
    public static ModelDependencies of(Connection connection, Model model) throws SQLException {
        List<String> key = List.of(model.table(), model.sql());
        ModelDependencies known = PARSED.get(key);
        if (known == null) {
            known = parsed(connection, model);
            if (PARSED.size() >= MOST) {
                PARSED.clear();
            }
            PARSED.put(key, known);
        }
        return known;
    }

    private static ModelDependencies parsed(Connection connection, Model model) throws SQLException {
        JsonNode tree = JSON.readTree(parse(connection, model.sql()));
        if (tree.path("error").asBoolean()) {
            throw new ModelException(model.table(),
                    "is not one plain SELECT: " + tree.path("error_message").asString());
        }
        if (tree.path("statements").size() != 1) {
            throw new ModelException(model.table(), "must be one SELECT");
        }
        ModelDependencies dependencies = new ModelDependencies(new TreeSet<>(), new TreeSet<>());
        Set<String> ownNames = new TreeSet<>();
        collectNames(tree, ownNames);
        dependencies.collect(tree, model, ownNames);
        return new ModelDependencies(Collections.unmodifiableSortedSet(dependencies.tables), Collections.unmodifiableSortedSet(dependencies.functions));
    }

    /** Names that the SELECT gives to its own steps, those of its steps among them. */
    private static void collectNames(JsonNode node, Set<String> ownNames) {
        node.path("cte_map").path("map").forEach(entry -> ownNames.add(entry.path("key").asString()));
        if (node.has("cte_name")) {
            ownNames.add(node.path("cte_name").asString());
        }
        node.forEach(child -> collectNames(child, ownNames));
    }

    private static String parse(Connection connection, String sql) throws SQLException {
        String question = "select json_serialize_sql(cast(? as varchar))";
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, sql);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private void collect(JsonNode node, Model model, Set<String> ownNames) {
        if (node.path("type").asString("").equals("BASE_TABLE")) {
            String schema = node.path("schema_name").asString("");
            String name = node.path("table_name").asString();
            if (!schema.isEmpty()) {
                tables.add(schema + "." + name);
            } else if (!ownNames.contains(name)) {
                throw new ModelException(model.table(), "reads '" + name + "' without saying its schema");
            }
        }
        if (node.path("class").asString("").equals("FUNCTION")) {
            functions.add(node.path("function_name").asString());
        }
        node.forEach(child -> collect(child, model, ownNames));
    }
}

package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.EngineMessage;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;
import org.bellwether.warehouse.figure.StrategyTables;
import org.bellwether.warehouse.stated.StatedRows;
import org.bellwether.warehouse.table.EngineCatalog;
import org.bellwether.warehouse.table.Rows;

/**
 * Fills the schema {@code config}: each table from config/reference/&lt;table&gt;.csv, or from the reader that is named
 * for it here.
 *
 * <p>To add a table: a Flyway script that creates it, and a CSV of its name; or a reader of YAML in {@link #READERS}.
 */
final class ConfigTables {

    private static final Map<String, Function<ConfigFiles, Rows>> READERS = new HashMap<>(Map.of(
            "setting", SettingRows::read,
            "build_rule", RuleRows::ofBuild,
            "return_cadence", ReturnRows::cadences,
            "return_scope", ReturnRows::scopes));

    static {
        READERS.putAll(StrategyTables.READERS);
        READERS.putAll(StatedRows.READERS);
    }

    private ConfigTables() {
    }

    /** Replaces every row, in one transaction. */
    static void load(Connection connection, ConfigFiles config) throws SQLException {
        Map<String, Rows> tables = new TreeMap<>();
        for (String table : names(connection)) {
            tables.put(table, rows(table, config));
        }
        Transaction.of(connection, () -> {
            for (Map.Entry<String, Rows> table : tables.entrySet()) {
                replace(connection, table.getKey(), table.getValue());
            }
            return null;
        });
    }

    /** @throws BellwetherException where neither a reader nor a reference file fills the table */
    static Rows rows(String table, ConfigFiles config) {
        return READERS.containsKey(table) ? READERS.get(table).apply(config) : Rows.of(config.csv(table));
    }

    static void replace(Connection connection, String table, Rows rows) throws SQLException {
        try {
            Sql.execute(connection, "delete from config." + table);
            rows.insertInto(connection, "config." + table);
        } catch (SQLException e) {
            throw ErrorCode.ROWS_WRONG.because(e, "config." + table, EngineMessage.shown(e));
        }
    }

    static List<String> names(Connection connection) throws SQLException {
        return EngineCatalog.tables(connection, "config");
    }
}

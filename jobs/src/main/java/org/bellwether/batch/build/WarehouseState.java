package org.bellwether.batch.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;
import org.bellwether.home.Home;

/** Everything that a release is made of, in one hash: the content of every model, and the models and config themselves. */
public final class WarehouseState {

    private final Home home;
    private final WarehouseProvider warehouses;
    private final ProjectDigest project;

    WarehouseState(Home home, WarehouseProvider warehouses, ProjectDigest project) {
        this.home = home;
        this.warehouses = warehouses;
        this.project = project;
    }

    /** Notes that a build by the models and config in force has come to its end. */
    void built() throws SQLException {
        try (Connection connection = warehouses.of(home.build()).connection()) {
            Transaction.of(connection, () -> {
                Sql.execute(connection, "delete from build.definition");
                return Sql.update(connection, "insert into build.definition values (" + Sql.literal(project.text()) + ")");
            });
        }
    }

    /**
     * Whether every table has been filled, by the models and config in force: one that was declared anew is empty until its model has run, and
     * one of another program's is not what today's audits ask for.
     */
    public boolean isWhole() {
        try (Connection connection = warehouses.of(home.build()).connection()) {
            return isOfThisDefinition(connection) && Sql.queryLong(connection, """
                    select count(*) from duckdb_tables()
                    where database_name = current_database() and schema_name in ('core', 'total', 'figure', 'mart')
                        and schema_name || '.' || table_name not in (select model from build.model_state)
                    """) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException("The warehouse cannot be read", e);
        }
    }

    private boolean isOfThisDefinition(Connection connection) throws SQLException {
        boolean isNoted = Sql.queryLong(connection, """
                select count(*) from duckdb_tables() where database_name = current_database() and schema_name = 'build' and table_name = 'definition'
                """) > 0;
        return isNoted && Sql.queryTexts(connection, "select digest from build.definition").equals(List.of(project.text()));
    }

    public String hash() {
        try (Connection connection = warehouses.of(home.build()).connection()) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            for (String model : Sql.queryTexts(connection,
                    "select model || '|' || slice || '|' || content from build.model_state order by model, slice")) {
                digest.update(model.getBytes(StandardCharsets.UTF_8));
            }
            digest.update(project.text().getBytes(StandardCharsets.UTF_8));
            return Hex.encodeHexString(digest.digest());
        } catch (SQLException e) {
            throw new IllegalStateException("The warehouse cannot be read", e);
        }
    }
}

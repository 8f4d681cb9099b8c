package org.bellwether.app.recover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;

/** Reads the working warehouse to its last row, its large facts against the digests that it has of them, and the exports that releases link. */
final class WarehouseCheck {

    private final Home home;
    private final Settings settings;

    WarehouseCheck(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    /** All that is made of staged rows and lies in the folder of the build. */
    List<Path> files() {
        return List.of(home.warehouseFile(), home.warehouseLog(), home.facts(), home.exports());
    }

    /** What of it is damaged; empty where all is whole. */
    Optional<String> damage() throws IOException {
        try (DuckDb engine = DuckDb.plainFile(home.warehouseFile(), settings.engine(), home.tmp()); Connection connection = engine.connection()) {
            readTables(connection);
            Optional<String> fact = changedFact(connection);
            return fact.isPresent() ? fact : unreadableExport(connection);
        } catch (SQLException | IllegalStateException e) {
            throwUnlessOfData(e);
            return Optional.of("the warehouse could not be read");
        }
    }

    private static void readTables(Connection connection) throws SQLException {
        for (String table : Sql.queryTexts(connection, "select '\"' || schema_name || '\".\"' || table_name || '\"' from duckdb_tables()"
                + " where database_name = current_database() order by all")) {
            read(connection, table);
        }
    }

    /** Every value: the engine looks at the checksum of each block that it reads. */
    private static void read(Connection connection, String rows) throws SQLException {
        Sql.queryTexts(connection, "select cast(bit_xor(hash(rows)) as varchar) from " + rows + " as rows");
    }

    private Optional<String> changedFact(Connection connection) throws SQLException {
        for (String[] fact : Sql.query(connection, "select split_part(model, '.', 2), slice, content from build.model_state where slice <> '' order by all",
                row -> new String[] {row.getString(1), row.getString(2), row.getString(3)})) {
            Path file = home.fact(fact[0]).resolve(fact[1] + ".parquet");
            if (!Files.exists(file) || !Sql.sha256(connection, file).equals(fact[2])) {
                return Optional.of(Folders.name(home.root(), file) + (Files.exists(file) ? " was not what was built" : " was gone"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> unreadableExport(Connection connection) {
        for (Path file : Folders.files(home.exports())) {
            try {
                if (file.toString().endsWith(".parquet")) {
                    read(connection, "read_parquet(" + Sql.literal(file.toString()) + ")");
                }
            } catch (SQLException e) {
                throwUnlessOfData(e);
                return Optional.of(Folders.name(home.root(), file) + " could not be read");
            }
        }
        return Optional.empty();
    }

    /** A full disk or a missing right says nothing of the file. */
    private static void throwUnlessOfData(Exception e) {
        EnvironmentFault.in(e).filter(fault -> fault.code() != ErrorCode.DAMAGED).ifPresent(fault -> {
            throw fault.error();
        });
    }
}

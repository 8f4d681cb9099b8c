package org.bellwether.release.disclosure;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.ParquetExporter;
import org.bellwether.release.format.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of each part readers were last shown, in this release or any before it: what they have seen they know, and the difference to
 * what they see next may be of few children. It goes from release to release in the restricted tier.
 */
final class ShownBefore {

    static final String TABLE = DisclosureControl.DATABASE + ".shown_before";

    private static final Logger LOG = LoggerFactory.getLogger(ShownBefore.class);

    private final Connection connection;

    /** @param file of the release before; empty where there is none */
    ShownBefore(Connection connection, Optional<Path> file) throws SQLException {
        this.connection = connection;
        Sql.execute(connection, "create or replace table " + TABLE + " (part varchar, cell_key bigint, amount bigint)");
        if (file.isPresent()) {
            try {
                Sql.execute(connection, "insert into " + TABLE + " select part, cell_key, amount from read_parquet(" + Sql.literal(file.get().toString()) + ")");
            } catch (SQLException e) {
                LOG.warn("{} is damaged: differences to earlier releases are not looked at", file.get(), e);
            }
        }
    }

    /** @param isChosenAnew whether what is shown now differs from what was shown; {@link PublishedParts} knows it then */
    void write(Path file, boolean isChosenAnew) throws SQLException, IOException {
        String before = "select part, cell_key, amount from " + TABLE;
        String shown = "select part, cell_key, amount from " + PublishedParts.PART_CELL + " where grows and is_shown and not is_open";
        Table table = new Table("main", "shown_before", "How much of each part that grows readers were last shown", List.of(
                new Table.Column("part", "VARCHAR", "The part"), new Table.Column("cell_key", "BIGINT", "Its cell"),
                new Table.Column("amount", "BIGINT", "As last shown")));
        new ParquetExporter(connection).export(table, "(" + (isChosenAnew ? shown + " union all select before.* from (" + before
                + ") as before anti join (" + shown + ") as shown on shown.part = before.part and shown.cell_key = before.cell_key" : before) + ") as known", file);
    }
}

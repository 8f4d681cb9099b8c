package org.bellwether.release.format;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.Sql;

/** Writes a table as one Parquet file whose bytes depend on its rows alone: it is ordered by all its columns. */
public final class ParquetExporter {

    /** How rows are ordered and written: other words here make other files of the same rows. */
    static final String FORM = " order by all asc nulls first) to %s (format parquet, compression zstd, row_group_size 122880)";

    private final Connection connection;

    public ParquetExporter(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param relation what to read, as it stands after {@code from}; it has the columns of {@code table}
     * @throws BellwetherException where a column has a type that readers of Parquet do not share
     */
    public void export(Table table, String relation, Path file) throws SQLException {
        for (Table.Column column : table.columns()) {
            if (!column.isFlat()) {
                throw ErrorCode.TYPE_NOT_SHARED.with(table.name() + "." + column.name(), column.type());
            }
        }
        Sql.execute(connection, "copy (select " + table.columnList() + " from " + relation
                + FORM.formatted(Sql.literal(file.toString())));
    }
}

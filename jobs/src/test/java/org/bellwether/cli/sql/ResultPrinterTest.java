package org.bellwether.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.junit.jupiter.api.Test;

class ResultPrinterTest {

    @Test
    void rows_behind_those_that_say_how_wide_a_table_is_are_printed_too() throws Exception {
        String printed = print(ResultPrinter.Format.TABLE, "select i as row, i * 1000 as thousands from range(2500) as rows(i)");

        assertThat(printed.lines()).hasSize(2503).startsWith("row  thousands", "--------------", "0    0").endsWith("2499  2499000", "(2500 rows)");
        assertThat(print(ResultPrinter.Format.TABLE, "select 1 as n").lines()).containsExactly("n", "-", "1", "(1 row)");
        assertThat(print(ResultPrinter.Format.TABLE, "select 1 as n where false").lines()).containsExactly("n", "-", "(0 rows)");
    }

    @Test
    void json_is_one_array_and_large_numbers_are_text() throws Exception {
        assertThat(print(ResultPrinter.Format.JSON, "select 1 as n, 9007199254740993 as key, null as nothing, date '2026-05-13' as day")
                .replaceAll("\\s", "")).isEqualTo("[{\"n\":1,\"key\":\"9007199254740993\",\"nothing\":null,\"day\":\"2026-05-13\"}]");
        assertThat(print(ResultPrinter.Format.JSON, "select 1 as n where false").replaceAll("\\s", "")).isEqualTo("[]");
    }

    /** Several questions may come one after the other, and their answers go to one place. */
    private static String print(ResultPrinter.Format format, String query) throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        StringWriter out = new StringWriter() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("256MB", 1)); Connection connection = engine.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("set global jdbc_stream_results = true");
            try (ResultSet rows = statement.executeQuery(query)) {
                ResultPrinter.print(rows, format, out);
            }
        }
        assertThat(closed).isFalse();
        return out.toString();
    }
}

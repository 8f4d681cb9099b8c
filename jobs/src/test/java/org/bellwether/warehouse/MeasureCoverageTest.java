package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MeasureCoverageTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void every_measure_has_its_column_and_every_figure_of_a_mart_its_measure() {
        assertThat(warehouse.audit("measure_of_every_figure")).isEmpty();
    }

    @Test
    void a_number_that_is_no_key_and_no_label_has_its_status() {
        assertThat(warehouse.ask("""
                select figure.table_name || '.' || figure.column_name
                from duckdb_columns() as figure
                left join duckdb_columns() as status
                    on status.schema_name = figure.schema_name
                    and status.table_name = figure.table_name
                    and status.column_name = figure.column_name || '_status'
                where figure.schema_name = 'mart'
                and figure.table_name not like '%\\_\\_%' escape '\\'
                and (figure.data_type in ('BIGINT', 'DOUBLE') or figure.data_type like 'DECIMAL%')
                and figure.column_name not in ('rows_rejected_pct', 'tolerance')
                and figure.column_name not like '%\\_key' escape '\\'
                and status.column_name is null
                """)).isEmpty();
    }
}

package org.bellwether.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.bellwether.config.ConfigFiles;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.reader.ReturnReader;
import org.bellwether.warehouse.table.Rows;

/** What contracts say of when a return is owed, and of what a submission of it replaces, as tables for models. */
final class ReturnRows {

    private ReturnRows() {
    }

    /** A row a return: config.return_cadence. */
    static Rows cadences(ConfigFiles config) {
        return new Rows(List.of("return_name", "title", "kind", "every", "due_after_days", "owed_by", "is_optional"),
                contracts(config).stream().map(one -> List.of(one.name(), one.title(), one.kind().name(), one.cadence().every(),
                        Integer.toString(one.cadence().dueAfter().getDays()), one.cadence().owedBy().name(),
                        Boolean.toString(one.cadence().isOptional()))).toList());
    }

    /** A row a column of a scope, of returns that are replaced in part: config.return_scope. */
    static Rows scopes(ConfigFiles config) {
        List<List<String>> rows = new ArrayList<>();
        for (ReturnContract contract : contracts(config)) {
            for (String column : contract.replaces()) {
                rows.add(List.of(contract.name(), column, Integer.toString(contract.replaces().indexOf(column) + 1)));
            }
        }
        return new Rows(List.of("return_name", "column_name", "position"), rows);
    }

    private static List<ReturnContract> contracts(ConfigFiles config) {
        return config.list("returns", ".yml").stream().map(path -> new ReturnReader(config, path).read()).toList();
    }
}

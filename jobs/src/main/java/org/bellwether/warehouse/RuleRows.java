package org.bellwether.warehouse;

import java.util.List;
import org.bellwether.config.ConfigFiles;
import org.bellwether.contract.Rule;
import org.bellwether.contract.reader.RuleReader;
import org.bellwether.warehouse.table.Rows;

/** What config/rules says of the rules that the build judges, as a table for models. */
final class RuleRows {

    private RuleRows() {
    }

    /** A row a rule: config.build_rule. */
    static Rows ofBuild(ConfigFiles config) {
        return new Rows(List.of("rule", "severity", "message", "why", "fix"), RuleReader.all(config).stream().filter(Rule::isOfBuild)
                .map(rule -> List.of(rule.id(), rule.severity().text(), rule.message(), rule.why(), rule.fix())).toList());
    }
}

package org.bellwether.contract.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bellwether.contract.SheetLayout;
import org.bellwether.contract.reader.ContractYaml.LayoutYaml;

/** Reads where workbooks have the columns of a table, and sees that the table has them. */
final class LayoutReader {

    private final ConfigErrors errors;
    private final String key;
    private final Set<String> columns;

    LayoutReader(ConfigErrors errors, String table, Set<String> columns) {
        this.errors = errors;
        this.key = table + ".sheets";
        this.columns = columns;
    }

    List<SheetLayout> read(List<LayoutYaml> layouts) {
        return ContractYaml.orEmpty(layouts).stream().map(this::read).toList();
    }

    private SheetLayout read(LayoutYaml yaml) {
        errors.require(!ContractYaml.orEmpty(yaml.parts()).isEmpty(), key + ".parts", "is missing");
        return new SheetLayout(known(yaml.at()), patterns(yaml.title()), patterns(yaml.file()), ContractYaml.orEmpty(yaml.leave()),
                ContractYaml.orEmpty(yaml.parts()).stream().map(part -> {
                    errors.require(!ContractYaml.orEmpty(part.columns()).isEmpty(), key + ".parts.columns", "is missing: every sheet would have the table");
                    return new SheetLayout.Part(errors.present(part.name(), key + ".parts.name"), known(part.texts()), known(part.columns()), right(part),
                            ContractYaml.orEmpty(part.beside()).stream().map(beside -> {
                                errors.require(ContractYaml.orEmpty(yaml.at()).containsKey(beside.by()), key + ".parts.beside.by", "is not among at");
                                return new SheetLayout.Beside(beside.by(), known(beside.columns()));
                            }).toList());
                }).toList());
    }

    private Map<String, String> right(ContractYaml.PartYaml part) {
        ContractYaml.orEmpty(part.right()).values().forEach(of -> errors.require(ContractYaml.orEmpty(part.columns()).containsKey(of), key + ".parts.right", of + " is not among columns"));
        return known(part.right());
    }

    private <V> Map<String, V> known(Map<String, V> told) {
        ContractYaml.orEmpty(told).keySet().forEach(name -> errors.require(columns.contains(name), key, "the table has no column " + name));
        return new LinkedHashMap<>(ContractYaml.orEmpty(told));
    }

    private Map<String, Pattern> patterns(Map<String, String> told) {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        known(told).forEach((name, pattern) -> {
            try {
                patterns.put(name, Pattern.compile(pattern));
            } catch (PatternSyntaxException e) {
                errors.require(false, key, pattern + " is no pattern");
            }
        });
        return patterns;
    }
}

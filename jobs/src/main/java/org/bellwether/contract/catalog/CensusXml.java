package org.bellwether.contract.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.contract.Column;
import org.bellwether.contract.Headers;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.reader.ConfigErrors;
import org.bellwether.contract.reader.ContractYaml;
import org.bellwether.contract.reader.ContractYaml.XmlRowYaml;
import org.bellwether.contract.reader.ContractYaml.XmlYaml;
import tools.jackson.databind.JsonNode;

/** How the elements of a school's census XML become rows and columns of the census contract. */
public final class CensusXml {

    static final String FILE = "school-census-xml.yml";
    private static final String RETURN = "school_census";

    private final String root;
    private final Row header;
    private final List<Row> rows;

    private CensusXml(String root, Row header, List<Row> rows) {
        this.root = root;
        this.header = header;
        this.rows = List.copyOf(rows);
    }

    /**
     * Rows that one element starts.
     *
     * @param element that opens the row; of the header the root
     * @param within elements that must be open around it
     */
    public record Row(String element, List<String> within, TableContract table, Map<String, List<String>> leaves) {

        /**
         * The column that a leaf fills, where the contract has one.
         *
         * @param ancestors elements between the row's own and the leaf, and those around the row
         * @param time how many times the leaf has stood in this row before
         */
        public Optional<String> column(String leaf, Collection<String> ancestors, int time) {
            for (String ancestor : ancestors) {
                List<String> columns = leaves.get(Headers.normal(ancestor + "/" + leaf));
                if (columns != null) {
                    return time < columns.size() ? Optional.of(columns.get(time)) : Optional.empty();
                }
            }
            List<String> columns = leaves.get(Headers.normal(leaf));
            if (columns != null) {
                return time < columns.size() ? Optional.of(columns.get(time)) : Optional.empty();
            }
            return Optional.ofNullable(table.columnsByHeader().get(Headers.normal(leaf))).map(Column::name);
        }
    }

    /** @throws BellwetherException naming file and key, where it names what the census contract lacks */
    public static CensusXml load(ConfigFiles config, ContractCatalog catalog) {
        ConfigErrors errors = new ConfigErrors(config, FILE);
        XmlYaml yaml = config.yaml(FILE, XmlYaml.class);
        ReturnContract census = catalog.contract(RETURN).latest();
        errors.require(!ContractYaml.orEmpty(yaml.rows()).isEmpty(), "rows", "is missing");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < yaml.rows().size(); i++) {
            rows.add(row(errors, "rows[" + i + "]", yaml.rows().get(i), census));
        }
        String root = errors.present(yaml.root(), "root");
        XmlRowYaml top = errors.present(yaml.header(), "header");
        Row header = row(errors, "header", new XmlRowYaml(root, List.of(), top.table(), top.columns()), census);
        return new CensusXml(root, header, rows);
    }

    public String root() {
        return root;
    }

    /** What stands before the first row. */
    public Row header() {
        return header;
    }

    /** The row that an element starts, where it starts one. */
    public Optional<Row> rowStartedBy(String element, Collection<String> open) {
        List<String> around = open.stream().map(Headers::normal).toList();
        return rows.stream()
                .filter(row -> Headers.normal(row.element()).equals(Headers.normal(element)))
                .filter(row -> row.within().stream().map(Headers::normal).allMatch(around::contains))
                .findFirst();
    }

    private static Row row(ConfigErrors errors, String key, XmlRowYaml yaml, ReturnContract census) {
        TableContract table = census.tables().get(errors.present(yaml.table(), key + ".table"));
        errors.require(table != null, key + ".table", "the census has no table " + yaml.table());
        Map<String, List<String>> leaves = new LinkedHashMap<>();
        ContractYaml.orEmpty(yaml.columns()).forEach((leaf, columns) -> {
            List<String> names = names(columns);
            names.forEach(name -> errors.require(table.columns().containsKey(name), key + ".columns." + leaf,
                    "table " + table.name() + " has no column " + name));
            leaves.put(Headers.normal(leaf), names);
        });
        return new Row(errors.present(yaml.element(), key + ".element"), ContractYaml.orEmpty(yaml.within()), table, leaves);
    }

    private static List<String> names(JsonNode columns) {
        return columns.isArray() ? columns.valueStream().map(JsonNode::asString).collect(Collectors.toList())
                : List.of(columns.asString());
    }
}

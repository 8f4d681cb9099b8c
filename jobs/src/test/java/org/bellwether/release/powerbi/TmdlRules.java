package org.bellwether.release.powerbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.home.Folders;

/** What a model in TMDL must be for Power BI to load it: its indentation, its objects with what each needs, and that what is named is there. */
public final class TmdlRules {

    private static final Pattern OBJECT = Pattern.compile("(?<kind>database|model|table|column|measure|partition|relationship|expression|annotation|ref table)\\b ?"
            + "(?<name>'(?:[^']|'')+'|[^ =]+)?(?<rest> = .+)?");
    private static final Pattern PROPERTY = Pattern.compile("(?<name>[a-z][A-Za-z]+)(?:: (?<value>.+)| =)?");
    private static final Pattern USED = Pattern.compile("'(\\w+)'\\[(\\w+)]");
    private static final Pattern FILE = Pattern.compile("Folder & \"\\\\([\\w\\\\.]+)\"");
    private static final String TAG = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Map<String, List<String>> NEEDS = Map.of("table", List.of("lineageTag"), "column", List.of("dataType", "lineageTag", "sourceColumn", "summarizeBy"),
            "measure", List.of("lineageTag", "formatString"), "partition", List.of("mode", "source"), "relationship", List.of("fromColumn", "toColumn"),
            "expression", List.of("lineageTag"), "database", List.of("compatibilityLevel"), "model", List.of("culture", "defaultPowerBIDataSourceVersion"));
    private static final Set<String> DATA_TYPES = Set.of("int64", "double", "decimal", "string", "dateTime", "boolean");

    private final Path published;
    private final List<String> faults = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private TmdlRules(Path published) {
        this.published = published;
    }

    private record Node(String file, String kind, String name, String parent, String rest, boolean isDescribed, Map<String, String> properties) {
    }

    /** @param published folder that the model reads */
    public static List<String> faults(Path definition, Path published) throws IOException {
        TmdlRules rules = new TmdlRules(published);
        for (Path file : Folders.files(definition)) {
            rules.parse(Folders.name(definition, file), Files.readAllLines(file));
        }
        rules.check();
        return rules.faults;
    }

    private void parse(String file, List<String> lines) {
        List<Node> open = new ArrayList<>();
        boolean isDescribed = false;
        int expressionDepth = -1;
        for (String line : lines) {
            int depth = line.length() - line.replaceFirst("^\t+", "").length();
            String text = line.substring(depth);
            if (text.isBlank()) {
                continue;
            }
            if (expressionDepth >= 0 && depth > expressionDepth) {
                open.get(open.size() - 1).properties.merge("source", text, (before, more) -> before + "\n" + more);
                continue;
            }
            expressionDepth = -1;
            demand(!text.startsWith(" "), file + ": is indented by blanks: " + text);
            demand(depth <= open.size(), file + ": is too deep: " + text);
            if (text.startsWith("/// ")) {
                isDescribed = true;
                continue;
            }
            Matcher object = OBJECT.matcher(text);
            Matcher property = PROPERTY.matcher(text);
            if (object.matches()) {
                while (open.size() > depth) {
                    open.remove(open.size() - 1);
                }
                Node node = new Node(file, object.group("kind"), unquoted(object.group("name")), open.isEmpty() ? "" : open.get(0).name, object.group("rest"), isDescribed, new TreeMap<>());
                open.add(node);
                nodes.add(node);
                isDescribed = false;
            } else if (property.matches() && depth == open.size()) {
                open.get(open.size() - 1).properties.put(property.group("name"), property.group("value") == null ? "" : property.group("value"));
                expressionDepth = text.endsWith(" =") ? depth : -1;
                demand(!isDescribed, file + ": a description of a property: " + text);
            } else {
                faults.add(file + ": neither object nor property: " + text);
            }
        }
    }

    private void check() {
        Set<String> names = new HashSet<>();
        Set<String> tags = new HashSet<>();
        Set<String> columns = new HashSet<>();
        nodes.stream().filter(node -> node.kind.equals("column")).forEach(node -> columns.add(node.parent + "." + node.name));
        for (Node node : nodes) {
            String scope = node.kind.equals("measure") ? "" : node.parent;
            demand(node.kind.equals("annotation") || names.add((node.kind.equals("measure") || node.kind.equals("column") ? "field " : node.kind + " ") + scope + "." + node.name),
                    node.file + ": " + node.kind + " " + node.name + " stands twice");
            for (String need : NEEDS.getOrDefault(node.kind, List.of())) {
                demand(node.properties.containsKey(need), node.file + ": " + node.kind + " " + node.name + " has no " + need);
            }
            String tag = node.properties.get("lineageTag");
            demand(tag == null || tag.matches(TAG) && tags.add(tag), node.file + ": " + node.name + " has no tag of its own");
            demand(!node.kind.equals("column") || DATA_TYPES.contains(node.properties.get("dataType")), node.file + ": " + node.name + " has no type of a model");
            demand(!node.kind.equals("measure") || node.isDescribed, node.file + ": measure " + node.name + " is not described");
            if (node.kind.equals("measure")) {
                USED.matcher(node.rest).results().forEach(used -> demand(columns.contains(used.group(1) + "." + used.group(2)), node.file + ": no column " + used.group()));
            }
            if (node.kind.equals("relationship")) {
                demand(columns.contains(node.properties.get("fromColumn")) && columns.contains(node.properties.get("toColumn")), node.file + ": relates no columns: " + node.properties);
            }
            if (node.kind.equals("partition")) {
                Matcher file = FILE.matcher(node.properties.get("source"));
                demand(file.find() && Files.exists(published.resolve(file.group(1).replace('\\', '/'))), node.file + ": reads no published file");
            }
        }
        Set<String> tables = new HashSet<>(nodes.stream().filter(node -> node.kind.equals("table")).map(Node::name).toList());
        demand(tables.equals(new HashSet<>(nodes.stream().filter(node -> node.kind.equals("ref table")).map(Node::name).toList())), "model.tmdl: names other tables than there are");
    }

    private static String unquoted(String name) {
        return name == null ? "" : name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
    }

    private void demand(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}

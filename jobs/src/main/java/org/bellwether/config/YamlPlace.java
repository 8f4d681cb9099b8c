package org.bellwether.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where in a file of config something stands, as a message names it. */
public final class YamlPlace {

    private static final Pattern STEPS = Pattern.compile("[.\\[]");

    private YamlPlace() {
    }

    /**
     * The file, and the line of a key in it, counted from 1: that of the nearest key above it which the file has, and the file alone where it has none.
     *
     * @param key from the top, written with dots, and {@code [2]} for the third of a list
     */
    public static String of(Path file, String key) {
        return line(file, key).map(line -> file + " line " + line).orElse(file.toString());
    }

    private static Optional<Integer> line(Path file, String key) {
        try {
            Optional<Node> node = new Compose(LoadSettings.builder().build()).composeString(Files.readString(file));
            Optional<Mark> mark = Optional.empty();
            for (String step : STEPS.split(key)) {
                Optional<Found> found = node.flatMap(within -> step(within, step));
                if (found.isEmpty()) {
                    break;
                }
                mark = found.get().mark();
                node = Optional.of(found.get().value());
            }
            return mark.map(one -> one.getLine() + 1);
        } catch (IOException | YamlEngineException e) {
            // What is wrong is told without its line then.
            return Optional.empty();
        }
    }

    private record Found(Optional<Mark> mark, Node value) {
    }

    private static Optional<Found> step(Node within, String step) {
        if (within instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(step)) {
                    return Optional.of(new Found(name.getStartMark(), entry.getValueNode()));
                }
            }
        }
        if (within instanceof SequenceNode list && step.matches("\\d+]")) {
            List<Node> all = list.getValue();
            int place = Integer.parseInt(step.substring(0, step.length() - 1));
            return place < all.size() ? Optional.of(new Found(all.get(place).getStartMark(), all.get(place))) : Optional.empty();
        }
        return Optional.empty();
    }
}

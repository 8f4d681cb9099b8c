package org.bellwether.release.powerbi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Text of the Tabular Model Definition Language: objects and properties a line each, deeper ones a tab further in. */
final class Tmdl {

    private final StringBuilder text = new StringBuilder();

    /** @param description what the object is; null for nothing */
    Tmdl object(int depth, String description, String declaration) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        if (description != null) {
            description.strip().lines().forEach(line -> line(depth, "/// " + line.strip()));
        }
        return line(depth, declaration);
    }

    Tmdl property(int depth, String name, String value) {
        return line(depth, name + ": " + value);
    }

    /** A property that is true. */
    Tmdl flag(int depth, String name) {
        return line(depth, name);
    }

    /** An expression of several lines, two tabs further in than the property that it belongs to. */
    Tmdl expression(int depth, String name, List<String> lines) {
        line(depth, name + " =");
        lines.forEach(one -> line(depth + 2, one));
        return this;
    }

    private Tmdl line(int depth, String line) {
        text.append("\t".repeat(depth)).append(line).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }

    /** The name of an object, in quotes where it is no plain word. */
    static String name(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "'" + name.replace("'", "''") + "'";
    }

    /** A tag by which Power BI knows the object again: the same for the same name, in every release. */
    static String tag(String... path) {
        return UUID.nameUUIDFromBytes(("bellwether/" + String.join("/", path)).getBytes(StandardCharsets.UTF_8)).toString();
    }
}

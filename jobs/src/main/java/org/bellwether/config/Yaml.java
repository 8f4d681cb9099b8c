package org.bellwether.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Reads config strictly: an unknown key is an error that names file and key. Writes YAML for others. */
public final class Yaml {

    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final ObjectMapper WRITER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER).disable(YAMLWriteFeature.SPLIT_LINES).build();

    private Yaml() {
    }

    /** The tree as YAML, every text in quotes and on one line. */
    public static String text(JsonNode tree) {
        return WRITER.writeValueAsString(tree);
    }

    /** @throws BellwetherException naming the file, where it is unreadable or not YAML */
    public static JsonNode tree(Path file) {
        try {
            return tree(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw ErrorCode.NOT_UTF8.because(e, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param name of the file that holds the text
     * @throws BellwetherException naming the file, where it is not YAML
     */
    public static JsonNode tree(String name, String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null || tree.isMissingNode() ? MAPPER.createObjectNode() : tree;
        } catch (JacksonException e) {
            throw ErrorCode.NOT_AS_EXPECTED.because(e, name + line(e), e.getOriginalMessage());
        }
    }

    /** @throws BellwetherException naming file, line and key, where the tree has a key that the type lacks */
    public static <T> T convert(JsonNode tree, Class<T> type, Path file) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw ErrorCode.UNKNOWN_KEY.because(e, YamlPlace.of(file, place(e)), e.getPropertyName(), place(e));
        } catch (JacksonException e) {
            throw ErrorCode.NOT_AS_EXPECTED.because(e, YamlPlace.of(file, place(e)), e.getOriginalMessage() + " at " + place(e));
        }
    }

    public static <T> T read(Path file, Class<T> type) {
        return convert(tree(file), type, file);
    }

    /** The second tree laid over the first: maps are merged, everything else is replaced. */
    public static JsonNode overlay(JsonNode base, JsonNode over) {
        if (!(base instanceof ObjectNode baseMap) || !(over instanceof ObjectNode overMap)) {
            return over;
        }
        ObjectNode merged = baseMap.deepCopy();
        overMap.properties().forEach(entry -> {
            JsonNode below = merged.get(entry.getKey());
            merged.set(entry.getKey(), below == null ? entry.getValue() : overlay(below, entry.getValue()));
        });
        return merged;
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1 ? "" : " line " + e.getLocation().getLineNr();
    }

    private static String place(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? "the top" : path.toString();
    }
}

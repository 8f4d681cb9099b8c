package org.bellwether.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** One application.yml as Boot reads it: its keys, written out with dots, and the line in which each stands. */
record SettingsFile(Path path, List<PropertySource<?>> sources) {

    /** @throws BellwetherException naming the file, and the line where there is one, where it is not YAML or cannot be read */
    static SettingsFile read(Path path) {
        try {
            return new SettingsFile(path, Files.exists(path) ? new YamlPropertySourceLoader().load(path.toString(), new FileSystemResource(path)) : List.of());
        } catch (MarkedYAMLException e) {
            throw ErrorCode.NOT_AS_EXPECTED.because(e, path + (e.getProblemMark() == null ? "" : " line " + (e.getProblemMark().getLine() + 1)), e.getProblem());
        } catch (YAMLException e) {
            throw ErrorCode.NOT_AS_EXPECTED.because(e, path, "is not YAML");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** What is written of a key, before variables are put in. */
    Optional<String> value(String key) {
        return sources.stream().map(source -> source.getProperty(key)).filter(Objects::nonNull).map(Object::toString).findFirst();
    }

    /** The line in which a key, or the first key below it, stands, counted from 1. */
    Optional<Integer> line(String key) {
        for (PropertySource<?> source : sources) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                if ((name.equals(key) || name.startsWith(key + ".") || name.startsWith(key + "[")) && OriginLookup.getOrigin(source, name) instanceof TextResourceOrigin origin) {
                    return Optional.of(origin.getLocation().getLine() + 1);
                }
            }
        }
        return Optional.empty();
    }
}

package org.bellwether.config;

import java.nio.file.Files;
import java.nio.file.Path;

/** The installed warehouse: the shipped schema, models, config and sample data, all read-only. */
public record Project(Path root) {

    /** System property that names the folder; the launcher sets it. */
    public static final String PROPERTY = "bellwether.project";

    /**
     * The folder named by {@value #PROPERTY}, else the nearest one above the working directory that holds the config.
     *
     * @throws BellwetherException where there is none
     */
    public static Project locate() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return new Project(Path.of(named).toAbsolutePath().normalize());
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("config/returns"))) {
                return new Project(folder);
            }
        }
        throw ErrorCode.NO_PROJECT.with(Path.of("").toAbsolutePath());
    }

    public Path config() {
        return root.resolve("config");
    }

    public Path sql() {
        return root.resolve("sql");
    }

    public Path schema() {
        return root.resolve("schema");
    }

    /** What is asked of marts: no part of what makes a release, so that a changed question makes none. */
    public Path questions() {
        return root.resolve("docs/questions");
    }

    public Path sampleData() {
        return root.resolve("sample-data");
    }
}

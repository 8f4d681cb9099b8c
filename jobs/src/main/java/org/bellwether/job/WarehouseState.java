package org.bellwether.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.Project;

/** Everything that a release is made of, in one hash: the content of every model, and the models and config themselves. */
final class WarehouseState {

    private final Project project;
    private final Home home;
    private final WarehouseProvider warehouses;

    WarehouseState(Project project, Home home, WarehouseProvider warehouses) {
        this.project = project;
        this.home = home;
        this.warehouses = warehouses;
    }

    String hash() {
        try (Connection connection = warehouses.of(home.build()).connection()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String model : Sql.queryTexts(connection,
                    "select model || '|' || slice || '|' || content from build.model_state order by model, slice")) {
                digest.update(model.getBytes(StandardCharsets.UTF_8));
            }
            addModels(digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The warehouse cannot be read", e);
        }
    }

    /** The models, audits and config alone. */
    String models() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            addModels(digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addModels(MessageDigest digest) {
        for (Path root : List.of(project.sql(), project.config(), home.config())) {
            add(digest, root);
        }
    }

    private static void add(MessageDigest digest, Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

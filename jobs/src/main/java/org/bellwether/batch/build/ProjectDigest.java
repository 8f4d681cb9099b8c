package org.bellwether.batch.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.config.Project;
import org.bellwether.home.Home;

/** One hash of the models, audits, tables and config in force. */
final class ProjectDigest {

    private final Project project;
    private final Home home;

    ProjectDigest(Project project, Home home) {
        this.project = project;
        this.home = home;
    }

    String text() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List.of(project.sql(), project.schema(), project.config(), home.config()).forEach(root -> add(digest, root));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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

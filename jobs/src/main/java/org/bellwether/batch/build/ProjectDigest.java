package org.bellwether.batch.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
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
        MessageDigest digest = DigestUtils.getSha256Digest();
        List.of(project.sql(), project.schema(), project.config(), home.config()).forEach(root -> add(digest, root));
        return Hex.encodeHexString(digest.digest());
    }

    private static void add(MessageDigest digest, Path root) {
        try {
            for (Path file : Folders.files(root)) {
                String name = Folders.name(root, file);
                if (ConfigFiles.isOperation(name)) {
                    continue;
                }
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

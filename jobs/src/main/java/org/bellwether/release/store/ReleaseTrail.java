package org.bellwether.release.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.bellwether.home.Home;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Adds to the home's audit trail what a person does to its releases; nothing there is ever changed. */
final class ReleaseTrail {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    ReleaseTrail(Home home) {
        this.file = home.control().resolve("audit.jsonl");
    }

    void rolledBack(ReleaseId from, ReleaseId to, Instant at) throws IOException {
        ObjectNode line = JSON.createObjectNode()
                .put("at", at.toString())
                .put("event", "rollback")
                .put("from", from.toString())
                .put("to", to.toString());
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
    }
}

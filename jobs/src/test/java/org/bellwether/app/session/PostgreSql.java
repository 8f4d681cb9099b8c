package org.bellwether.app.session;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.bellwether.config.Settings;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL server for tests: in a container where a Docker engine answers, else from the embedded binaries. */
public final class PostgreSql {

    private static final String IMAGE = "postgres:17-alpine";

    private static PostgreSql running;

    private final String server;
    private final String username;
    private final String password;
    private int databases;

    private PostgreSql(String server, String username, String password) {
        this.server = server;
        this.username = username;
        this.password = password;
    }

    /** An empty database on the one server of this JVM. */
    public static synchronized Settings.Control freshDatabase() throws SQLException, IOException {
        if (running == null) {
            running = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        }
        return running.create();
    }

    private Settings.Control create() throws SQLException {
        String name = "control_" + ++databases;
        try (Connection connection = DriverManager.getConnection(url("postgres"), username, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new Settings.Control(url(name), username, password);
    }

    private String url(String database) {
        return server + database;
    }

    /** Testcontainers' own watcher removes the container when this JVM has ended. */
    private static PostgreSql container() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE).withUsername("postgres").withPassword("postgres");
        container.start();
        return new PostgreSql("jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/", "postgres", "postgres");
    }

    private static PostgreSql embedded() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return new PostgreSql("jdbc:postgresql://localhost:" + server.getPort() + "/", "postgres", "postgres");
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

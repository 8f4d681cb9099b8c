package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a small warehouse of its own to publish. */
abstract class PublicationTrial {

    @TempDir
    Path folder;

    SmallWarehouse warehouse;

    @BeforeEach
    void open() throws SQLException, IOException {
        warehouse = new SmallWarehouse(folder);
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }
}

package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.staging.session.StagedSchema;
import org.bellwether.warehouse.Warehouse;
import org.bellwether.warehouse.source.BuildInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped schema, models, audits and disclosure rules fit each other, before any return has come. */
class ShippedWarehouseTest {

    @TempDir
    Path folder;

    @Test
    void a_warehouse_without_a_return_can_be_released() throws SQLException, IOException {
        Home home = new Home(folder.resolve("home"));
        Project project = Project.locate();
        SmallWarehouse.write(home.config().resolve("application.yml"),
                "bellwether: {la: 899, la_name: Wardown Borough}");
        ConfigFiles config = ConfigFiles.of(project, home.config());
        try (Warehouse warehouse = Warehouse.open(home.build(), project, config, Settings.load(config), home.tmp())) {
            warehouse.migrate(new StagedSchema(project, ContractCatalog.load(config)).declarations());
            warehouse.loadConfig();
            warehouse.build(new BuildInput(SmallWarehouse.AS_OF, List.of(), List.of()), run -> { });
            try (Connection connection = warehouse.connection()) {
                PublishedRelease release = new Publisher(project, home).release(connection,
                        new ReleaseInput(SmallWarehouse.AS_OF, 899, List.of(), Map.of(), Map.of(), Map.of()));

                assertThat(release.isNew()).isTrue();
            }
        }
    }
}

package org.bellwether.batch.build;

import java.nio.file.Path;
import java.sql.SQLException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;
import org.bellwether.warehouse.Warehouse;

/** The warehouse that the jobs work in: opened by the first step that asks for it, closed with the application. */
public final class WarehouseProvider implements AutoCloseable {

    private final Project project;
    private final Home home;
    private final ConfigFiles config;
    private final Settings settings;
    private Path folder;
    private Warehouse warehouse;

    WarehouseProvider(Project project, Home home, ConfigFiles config, Settings settings) {
        this.project = project;
        this.home = home;
        this.config = config;
        this.settings = settings;
    }

    /** The warehouse of this folder; the one of another folder is closed, the caller closes none. */
    public synchronized Warehouse of(Path wanted) throws SQLException {
        if (!wanted.equals(folder)) {
            close();
            warehouse = Warehouse.open(wanted, project, config, settings, home.tmp());
            folder = wanted;
        }
        return warehouse;
    }

    @Override
    public synchronized void close() {
        if (folder != null) {
            folder = null;
            warehouse.close();
        }
    }
}

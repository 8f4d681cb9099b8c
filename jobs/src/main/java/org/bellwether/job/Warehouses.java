package org.bellwether.job;

import java.nio.file.Path;
import java.sql.SQLException;
import org.bellwether.warehouse.Warehouse;

/** Opens the warehouse of a folder with the settings of the home; the caller closes it. */
@FunctionalInterface
interface Warehouses {

    Warehouse open(Path folder) throws SQLException;
}

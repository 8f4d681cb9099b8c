package org.bellwether.app.recover;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.PlainPath;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.home.Home;

/** Whether the embedded control database can be read to its last row; else it is moved aside, and the start of the application makes another. */
final class ControlDatabaseCheck {

    private static final String NAME = "control";
    private static final String ENDING = ".mv.db";

    private final Home home;

    ControlDatabaseCheck(Home home) {
        this.home = home;
    }

    /** The caller holds the home. */
    void look(RecoveryReport report, DamagedFiles damaged) {
        Path file = home.control().resolve(NAME + ENDING);
        if (!Files.exists(file)) {
            report.madeAgain("control database: there was none");
        } else if (isDamaged()) {
            damaged.moveAside(file);
            report.madeAgain("control database: it could not be read");
        } else {
            report.whole("control database");
        }
    }

    private boolean isDamaged() {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + PlainPath.of(home.control().resolve(NAME)) + ";IFEXISTS=TRUE", "sa", "");
                Statement statement = connection.createStatement(); ResultSet script = statement.executeQuery("script")) {
            while (script.next()) {
                script.getString(1);
            }
            return false;
        } catch (SQLException | IllegalStateException e) {
            EnvironmentFault.in(e).filter(fault -> fault.code() != ErrorCode.DAMAGED).ifPresent(fault -> {
                throw fault.error();
            });
            return true;
        }
    }
}

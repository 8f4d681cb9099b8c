package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.ConfigException;
import org.bellwether.home.ConfigFiles;
import org.bellwether.home.Home;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether this machine, this config and this home can run a night, and says what to mend. */
@Command(name = "doctor", description = "Check this machine, the config and the home.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final long ROOM = 5L << 30;

    @Mixin
    private HomeOption option;

    private boolean healthy = true;

    @Override
    public Integer call() throws IOException, SQLException {
        Home home = option.home();
        Project project = Project.locate();
        ConfigFiles config = ConfigFiles.of(project, home);
        say(Runtime.version().feature() >= 17, "Java " + Runtime.version().feature(), "install Java 17 or later");
        try {
            Settings settings = Settings.load(config);
            say(settings.bellwether().la() != 0, "authority " + settings.bellwether().la(),
                    "set bellwether.la in " + home.config().resolve("application.yml"));
            ContractCatalog catalog = ContractCatalog.load(config);
            say(true, catalog.returns().size() + " contracts, " + catalog.rules().size() + " rules, " + catalog.codeSets().size() + " code sets", "");
        } catch (ConfigException e) {
            say(false, "config", e.getMessage());
        }
        try (DuckDb engine = DuckDb.memory(project, new Settings.Engine("500MB", 1)); Connection connection = engine.connection()) {
            say(true, "DuckDB " + Sql.queryText(connection, "select version()"), "");
        }
        Path near = Files.exists(home.root()) ? home.root() : home.root().toAbsolutePath().getRoot();
        say(Files.getFileStore(near).getUsableSpace() > ROOM, "disk " + (Files.getFileStore(near).getUsableSpace() >> 30) + " GB free",
                "a Luton-sized home wants 5 GB");
        say(!Files.exists(home.root()) || Files.isWritable(home.root()), "home " + home.root(), "it cannot be written");
        return healthy ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void say(boolean good, String what, String remedy) {
        healthy &= good;
        Output.OUT.println((good ? "ok    " : "MEND  ") + what + (good ? "" : ": " + remedy));
    }
}

package org.bellwether.cli.console;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Home;
import picocli.CommandLine.Option;

/** The options that every command understands. */
public final class HomeOption {

    @Option(names = "--home", paramLabel = "DIR", description = "working home (default: $BELLWETHER_HOME, else ./home)")
    private Path home;

    private boolean debugging;

    @Option(names = "--debug", description = "print the stack trace of an error")
    void debug(boolean debug) {
        debugging = debug;
        if (debug) {
            System.setProperty("logging.level.org.bellwether", "DEBUG");
            System.setProperty("logging.threshold.console", "DEBUG");
            System.setProperty("logging.pattern.console", "%d{ISO8601,UTC} %-5level %logger{0} %msg%n%ex");
        }
    }

    /** @throws BellwetherException where it is a file */
    public Home home() {
        Home named = named();
        if (Files.exists(named.root()) && !Files.isDirectory(named.root())) {
            throw ErrorCode.HOME_IS_A_FILE.with(named.root());
        }
        return named;
    }

    private Home named() {
        if (home != null) {
            return new Home(home);
        }
        String named = System.getenv("BELLWETHER_HOME");
        return new Home(Path.of(named == null || named.isBlank() ? "home" : named));
    }

    public boolean isDebugging() {
        return debugging;
    }

    /** Whether neither option nor environment names a home. */
    public boolean isDefault() {
        String named = System.getenv("BELLWETHER_HOME");
        return home == null && (named == null || named.isBlank());
    }
}

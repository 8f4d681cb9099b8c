package org.bellwether.cli.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bellwether.app.NoAccessException;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether this machine, this config and this home can run a night, and says what to mend. */
@Command(name = "doctor", description = "Check this machine, the config and the home.", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private HomeOption option;

    private boolean healthy = true;

    @Override
    public Integer call() {
        Home home = option.home();
        Project project = Project.locate();
        ConfigFiles config = ConfigFiles.of(project, home.config());
        say("Java " + Runtime.version().feature(), () -> DoctorChecks.that(Runtime.version().feature() >= 17, "install Java 17 or later"));
        say("config", () -> DoctorChecks.catalog(config));
        Settings settings = say("settings", () -> {
            NoAccessException.demandEntry(home.root(), home.config());
            return DoctorChecks.settings(config);
        });
        if (settings != null) {
            say("authority", () -> DoctorChecks.authority(settings.la(), config, home));
            say("schedule", () -> DoctorChecks.schedule(settings.schedule()));
            say("engine", () -> DoctorChecks.engine(settings.engine(), project));
            say("control database", () -> DoctorChecks.control(settings.control()));
            say("second copy of the key", () -> DoctorChecks.keyCopy(settings.keyCopy(), home));
        }
        say("disk", () -> DoctorChecks.disk(home));
        say("current release", () -> DoctorChecks.currentRelease(home));
        for (Path folder : DoctorChecks.folders(home).stream().filter(Files::exists).toList()) {
            say("folder " + folder, () -> DoctorChecks.folder(folder, home));
        }
        return healthy ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Prints what a check found; null where it found something to mend. */
    private <T> T say(String what, DoctorChecks.Check<T> check) {
        try {
            T found = check.look();
            String text = found instanceof String said ? said : "";
            boolean isNote = text.startsWith(DoctorChecks.NOTE);
            Output.OUT.println((isNote ? text.substring(0, DoctorChecks.NOTE.length()) : "ok    ") + what
                    + (text.isEmpty() ? "" : ": " + (isNote ? text.substring(DoctorChecks.NOTE.length()) : text)));
            return found;
        } catch (Exception e) {
            healthy = false;
            Output.OUT.println("MEND  " + what + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return null;
        }
    }
}

package org.bellwether.cli.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.FailureExplainer;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Access;
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
        say("Java " + Runtime.version().feature(), DoctorChecks::java);
        say("config", () -> DoctorChecks.catalog(config));
        say("waivers", () -> DoctorChecks.waivers(config, LocalDate.now(Settings.LONDON)));
        say("publication", () -> DoctorChecks.publication(config));
        Settings settings = settings(home, config);
        if (settings != null) {
            say("authority", () -> DoctorChecks.authority(settings.la(), config, home));
            say("schedule", () -> DoctorChecks.schedule(settings.schedule()));
            say("engine", () -> DoctorChecks.engine(settings.engine(), project));
            say("control database", () -> DoctorChecks.control(settings.control()));
            say("notifications", () -> DoctorChecks.notifications(project, config, home));
            say("lineage", () -> DoctorChecks.lineage(config, home));
            say("second copy of the key", () -> DoctorChecks.keyCopy(settings.keyCopy(), home));
        }
        say("disk", () -> DoctorChecks.disk(home));
        say("current release", () -> DoctorChecks.currentRelease(home));
        say("held release", () -> DoctorChecks.heldRelease(home));
        say("erasures", () -> DoctorChecks.erasures(home));
        for (Path folder : DoctorChecks.folders(home).stream().filter(Files::exists).toList()) {
            say("folder " + folder, () -> DoctorChecks.folder(folder, home));
        }
        return healthy ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Null where they cannot be used, which is told. */
    private Settings settings(Home home, ConfigFiles config) {
        AtomicReference<Settings> read = new AtomicReference<>();
        say("settings", () -> {
            Access.demandEntry(home.root(), home.config());
            read.set(Settings.load(config));
            return DoctorChecks.Finding.ok("");
        });
        return read.get();
    }

    /** Prints what a check found. */
    private void say(String what, DoctorChecks.Check check) {
        DoctorChecks.Finding found;
        try {
            found = check.look();
        } catch (Exception e) {
            found = DoctorChecks.Finding.mend(FailureExplainer.errorOf(e).getMessage());
        }
        healthy = healthy && found.mark() != DoctorChecks.Mark.MEND;
        Output.OUT.println(String.format(Locale.ROOT, "%-6s%s%s", found.mark() == DoctorChecks.Mark.OK ? "ok" : found.mark(), what,
                found.text().isEmpty() ? "" : ": " + found.text()));
    }
}

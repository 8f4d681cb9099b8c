package org.bellwether.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a home for an authority, and says what is next; a home that is there is left as it is. */
@Command(name = "init", description = "Make a home for an authority, and say what is next.", mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {

    /** What a folder may hold and still become a home: what one prepares by hand, and what a fresh file system has. */
    private static final List<String> PREPARED = List.of("inbox", "config", "lost+found");

    @Mixin
    private HomeOption option;

    @Option(names = "--la", required = true, paramLabel = "CODE", description = "three-digit code of the authority, such as 821")
    private int la;

    @Override
    public Integer call() throws IOException {
        Home home = option.home();
        ConfigFiles config = ConfigFiles.of(Project.locate(), home.config());
        Path file = home.config().resolve(Settings.FILE);
        String name = new Authorities(config).name(la).orElseThrow(() -> ErrorCode.NO_SUCH_AUTHORITY.with(la));
        int is = Files.exists(file) ? Settings.load(config).la() : 0;
        if (is != 0 && is != la) {
            throw ErrorCode.HOME_OF_ANOTHER.with(home.root(), is);
        }
        if (is == 0) {
            demandRoom(home, file, name);
        }
        HomeFolders.prepare(home);
        if (is == 0) {
            Files.writeString(file, "bellwether:\n  la: " + la + "\n  la_name: \"" + name + "\"\n", StandardOpenOption.CREATE_NEW);
        }
        Output.OUT.println((is == 0 ? "made the home " : "there is the home ") + home.root() + " of " + name + " (" + la + ")");
        Output.OUT.println(next(home));
        return ExitCode.DONE;
    }

    private void demandRoom(Home home, Path file, String name) {
        if (Files.exists(file)) {
            throw ErrorCode.SETTINGS_ARE_THERE.with(file, la, name);
        }
        Folders.list(home.root()).stream().map(path -> path.getFileName().toString()).filter(entry -> !PREPARED.contains(entry)).findFirst()
                .ifPresent(other -> {
                    throw ErrorCode.HOLDS_OTHER_THINGS.with(home.root(), other);
                });
    }

    private String next(Home home) {
        String at = option.isDefault() ? "" : " --home " + home.root();
        return """
                Next
                  put the returns into  %2$s
                  ./bellwether doctor%1$s
                  ./bellwether nightly%1$s
                What a home may set stands in %3$s""".formatted(at, home.inbox(), Project.locate().config().resolve(Settings.FILE));
    }
}

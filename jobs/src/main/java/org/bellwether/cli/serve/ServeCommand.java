package org.bellwether.cli.serve;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.app.user.UserFile;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.ServeSettings;
import org.bellwether.config.Settings;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.web.ConsoleApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the console of a home until it is stopped. */
@Command(name = "serve", description = "Run the console of the home, for a browser, until stopped.", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {

    private static final String MAIN = "org.bellwether.cli.Bellwether";

    @Mixin
    private HomeOption home;

    @Option(names = "--port", paramLabel = "N", description = "instead of that of the settings; 0 takes a free one")
    private Integer port;

    @Option(names = "--address", paramLabel = "HOST", description = "instead of that of the settings; others than 127.0.0.1 need TLS")
    private String address;

    @Override
    public Integer call() throws InterruptedException {
        Home at = home.home();
        Access.demandEntry(at.root(), at.config());
        Project project = Project.locate();
        Settings settings = Settings.load(ConfigFiles.of(project, at.config())).serving(address, port);
        ApplicationSession.demandAuthority(at, settings);
        ServeSettings serve = settings.serve();
        if (!serve.hasOpenId() && new UserFile(at).list().isEmpty()) {
            throw ErrorCode.NOBODY_MAY_SIGN_IN.with(at.root());
        }
        CountDownLatch stopped = new CountDownLatch(1);
        try (HomeLock lock = HomeLock.acquireConsole(at); ConsoleApplication.Running console = ConsoleApplication.start(project, at, settings, MAIN)) {
            Thread.setDefaultUncaughtExceptionHandler(null);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                console.close();
                stopped.countDown();
            }, "stop"));
            Output.OUT.println("The console of " + at.root() + " is at " + console.address());
            Output.OUT.println("Stop it with Ctrl-C; a night that it has started goes on without it.");
            stopped.await();
        }
        return ExitCode.DONE;
    }
}

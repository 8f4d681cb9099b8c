package org.bellwether.cli.serve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellwether.app.user.User;
import org.bellwether.app.user.UserFile;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.cli.console.Secret;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Who may sign in to the console of a home. */
@Command(name = "users", description = "Say who may sign in to the console of the home, and as what.", mixinStandardHelpOptions = true,
        subcommands = {UsersCommand.ListThem.class, UsersCommand.Add.class, UsersCommand.SetPassword.class, UsersCommand.SetRoles.class, UsersCommand.Remove.class})
public final class UsersCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        return print(home);
    }

    private static int print(HomeOption home) {
        List<User> users = new UserFile(home.home()).list();
        if (users.isEmpty()) {
            Output.OUT.println("Nobody may sign in yet; add somebody: bellwether users add NAME --role officer");
        }
        users.forEach(one -> Output.OUT.println(String.format(Locale.ROOT, "%-24s reader%s%s", one.name(), one.roles().stream().sorted().map(role -> ", " + role.label()).collect(Collectors.joining()),
                one.school() == null ? "" : ", school " + one.school())));
        return ExitCode.DONE;
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    /** Typed twice where somebody sits there. @throws BellwetherException where there is none, or the second is another */
    private static String password() {
        Optional<String> password = Secret.read("Password: ");
        if (password.isEmpty() || (Secret.isTyped() ? !Secret.read("The same again: ").equals(password) : password.get().isEmpty())) {
            throw ErrorCode.NO_PASSWORD.with();
        }
        return password.get();
    }

    /** Lists them. */
    @Command(name = "list", description = "List who may sign in.", mixinStandardHelpOptions = true)
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Override
        public Integer call() {
            return print(home);
        }
    }

    /** Lets somebody sign in. */
    @Command(name = "add", description = "Let somebody sign in; the password is asked for, or is the first line of standard input.", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Mixin
        private RolesOption may;

        @Override
        public Integer call() throws IOException {
            new UserFile(home.home()).add(name, password(), may.roles(), may.school(), user());
            Output.OUT.println(name + " may sign in now");
            return ExitCode.DONE;
        }
    }

    /** Another password. */
    @Command(name = "password", description = "Give somebody another password, and end what was signed in with the one before.", mixinStandardHelpOptions = true)
    static final class SetPassword implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Override
        public Integer call() throws IOException {
            new UserFile(home.home()).password(name, password(), user());
            Output.OUT.println(name + " has another password now");
            return ExitCode.DONE;
        }
    }

    /** Other roles. */
    @Command(name = "roles", description = "Say what somebody may do from now on, in place of what they might before.", mixinStandardHelpOptions = true)
    static final class SetRoles implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Mixin
        private RolesOption may;

        @Override
        public Integer call() {
            new UserFile(home.home()).allow(name, may.roles(), may.school(), user());
            return print(home);
        }
    }

    /** Nobody any more. */
    @Command(name = "remove", description = "Let somebody sign in no more, and end what they are signed in with.", mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Override
        public Integer call() {
            new UserFile(home.home()).remove(name, user());
            Output.OUT.println(name + " may not sign in any more");
            return ExitCode.DONE;
        }
    }
}

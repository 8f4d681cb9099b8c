package org.bellwether.app.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Access;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The people who may sign in to the console of a home: control/users.json, which only its owner can read.
 *
 * <p>Passwords are kept as bcrypt of strength 12. What is changed is in the audit trail, without the password.
 */
public final class UserFile {

    private static final int SHORTEST = 12;
    /** Beyond it bcrypt would not look. */
    private static final int LONGEST_BYTES = 72;
    private static final int STRENGTH = 12;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final String BCRYPT = "bcrypt";

    private final Home home;

    public UserFile(Home home) {
        this.home = home;
    }

    /** What hashes and compares passwords. */
    public static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(BCRYPT, java.util.Map.of(BCRYPT, new BCryptPasswordEncoder(STRENGTH)));
    }

    /** By name. @throws BellwetherException where the file is there and cannot be read */
    public List<User> list() {
        Access.demandReading(home.usersFile());
        if (!Files.exists(home.usersFile())) {
            return List.of();
        }
        return Json.readWhole(home.usersFile(), People.class).map(People::users).orElseThrow(() -> ErrorCode.USERS_DAMAGED.with(home.usersFile()));
    }

    public Optional<User> find(String name) {
        return list().stream().filter(one -> one.name().equals(plain(name))).findFirst();
    }

    /**
     * @param by who adds them
     * @throws BellwetherException where the name is taken or no name, or the password is too weak
     */
    public void add(String name, String password, Set<Role> roles, Integer school, String by) {
        String plain = plain(name);
        if (!NAME.matcher(plain).matches()) {
            throw ErrorCode.NO_USER_NAME.with(name);
        }
        demandStrong(plain, password);
        User user = new User(plain, encoder().encode(password), roles, school, now());
        change(users -> {
            if (users.stream().anyMatch(one -> one.name().equals(plain))) {
                throw ErrorCode.USER_IS_THERE.with(plain);
            }
            users.add(user);
            return users;
        });
        told(by, "add user", plain + words(user));
    }

    /** @throws BellwetherException where there is nobody of this name, or the password is too weak */
    public void password(String name, String password, String by) {
        User user = named(name);
        demandStrong(user.name(), password);
        replace(user.withPassword(encoder().encode(password), now()));
        told(by, "set password", user.name());
    }

    /** Roles and school in place of those before. @throws BellwetherException where there is nobody of this name */
    public void allow(String name, Set<Role> roles, Integer school, String by) {
        User user = named(name);
        User now = new User(user.name(), user.password(), roles, school, now());
        replace(now);
        told(by, "set roles", user.name() + words(now));
    }

    /** @throws BellwetherException where there is nobody of this name */
    public void remove(String name, String by) {
        User user = named(name);
        change(users -> {
            users.removeIf(one -> one.name().equals(user.name()));
            return users;
        });
        told(by, "remove user", user.name());
    }

    private User named(String name) {
        return find(name).orElseThrow(() -> ErrorCode.NO_SUCH_USER.with(name));
    }

    private void replace(User user) {
        change(users -> {
            users.replaceAll(one -> one.name().equals(user.name()) ? user : one);
            return users;
        });
    }

    private void change(UnaryOperator<List<User>> change) {
        Folders.createPrivate(home.control());
        synchronized (UserFile.class) {
            try (FileChannel lock = FileChannel.open(home.usersFile().resolveSibling(".users.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                List<User> users = change.apply(new ArrayList<>(list()));
                users.sort(Comparator.comparing(User::name));
                Json.write(home.usersFile(), new People(users));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void told(String by, String act, String of) {
        new AuditTrail(home).add(new ConsoleAct(now(), by, act, of, "done"));
    }

    private static String words(User user) {
        return " as reader" + String.join("", user.roles().stream().sorted().map(role -> ", " + role.label()).toList())
                + (user.school() == null ? "" : " of school " + user.school());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void demandStrong(String name, String password) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES
                || password.chars().distinct().count() < SHORTEST / 2 || password.toLowerCase(Locale.ROOT).contains(name)) {
            throw ErrorCode.PASSWORD_WEAK.with(SHORTEST, LONGEST_BYTES);
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private record People(List<User> users) {
    }
}

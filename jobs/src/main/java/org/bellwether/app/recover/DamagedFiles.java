package org.bellwether.app.recover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;

/** Moves what is damaged out of the way, under the path that it had in the home: a recovery deletes nothing. */
final class DamagedFiles {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Home home;
    private final Path folder;
    private final RecoveryReport report;

    DamagedFiles(Home home, Instant now, RecoveryReport report) {
        this.home = home;
        this.folder = home.damaged().resolve(NAME.format(now));
        this.report = report;
    }

    /** A file or folder of the home; nothing where there is none. */
    void moveAside(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        String name = Folders.name(home.root(), path);
        Path aside = folder.resolve(name);
        try {
            // What lies there may be of pupils, wherever it came from.
            Folders.createPrivate(home.damaged());
            Files.createDirectories(aside.getParent());
            Files.move(path, aside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        report.movedAside(name + ", to " + Folders.name(home.root(), folder));
    }
}

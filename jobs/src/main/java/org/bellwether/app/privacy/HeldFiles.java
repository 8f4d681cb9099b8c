package org.bellwether.app.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.app.privacy.received.ReceivedBytes;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.profile.FileNames;
import org.bellwether.intake.register.Submission;

/** Finds the received files and staged rows of a home that tell of a pupil. */
final class HeldFiles {

    private static final String PARQUET = ".parquet";

    private final Home home;
    private final Connection connection;
    private final Pupil pupil;

    HeldFiles(Home home, Connection connection, Pupil pupil) {
        this.home = home;
        this.connection = connection;
        this.pupil = pupil;
    }

    /** In the order of their folders. */
    List<ReceivedDelivery> find() throws SQLException {
        List<ReceivedDelivery> all = ReceivedDelivery.all(home);
        Set<Path> mentioning = mentioning(all.stream().flatMap(one -> one.files().stream()).toList());
        List<ReceivedDelivery> found = new ArrayList<>();
        for (ReceivedDelivery one : all) {
            if (one.files().stream().anyMatch(mentioning::contains) || !staged(one.submission()).isEmpty()) {
                found.add(one);
            }
        }
        return found;
    }

    /** Of the files those in which a UPN of the pupil stands. */
    private Set<Path> mentioning(List<Path> files) {
        return files.parallelStream().filter(file -> {
            try {
                return ReceivedBytes.mentions(file, pupil);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Files that were refused as what they are, such as workbooks and archives: nobody has looked into them. */
    List<Path> unsearched() {
        return Folders.files(home.refused()).stream().filter(file -> !FileNames.plain(file.getFileName().toString()).matches(".*\\.(csv|xml|txt|json)")).toList();
    }

    /** Staged files of a submission with rows of the pupil. */
    List<Path> staged(Submission submission) throws SQLException {
        List<Path> found = new ArrayList<>();
        if (submission.returnName() != null) {
            for (Path file : Folders.list(home.staged(submission.returnName(), submission.id()))) {
                if (file.toString().endsWith(PARQUET) && PupilRows.of(connection, file, pupil).count() > 0) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}

package org.bellwether.app.privacy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseDraft;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseStore;

/** Folders of releases that keep rows of pupils, and which of them keep some of one pupil. */
final class PupilSearch {

    private final Home home;
    private final Connection connection;

    PupilSearch(Home home, Connection connection) {
        this.home = home;
        this.connection = connection;
    }

    /** Those that are published and not pruned, and one that is held. */
    List<ReleaseFolder> releases() throws IOException {
        List<ReleaseFolder> folders = new ArrayList<>(new ReleaseStore(home).list().stream().filter(release -> !release.isPruned()).map(Release::folder).toList());
        new HeldReleases(home).held().map(ReleaseDraft::folder).ifPresent(folders::add);
        return folders;
    }

    List<ReleaseFolder> releasesOf(Pupil pupil) throws IOException, SQLException {
        List<ReleaseFolder> found = new ArrayList<>();
        for (ReleaseFolder folder : releases()) {
            boolean has = false;
            for (var file : Folders.files(folder.core())) {
                has = has || file.toString().endsWith(".parquet") && PupilRows.of(connection, file, pupil).count() > 0;
            }
            if (has) {
                found.add(folder);
            }
        }
        return found;
    }
}

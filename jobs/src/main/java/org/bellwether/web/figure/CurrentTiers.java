package org.bellwether.web.figure;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.release.store.ReleaseFolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The tiers of the current release, each in an engine that stays open until another release is current. */
@Component
class CurrentTiers {

    /** What is asked of a tier. */
    interface Question<T> {
        T ask(ReportTier tier, ReleaseFolder folder) throws SQLException, IOException;
    }

    private record Open(Path folder, ReportTier tier) {
    }

    private final Project project;
    private final Home home;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Edition, Open> open = new EnumMap<>(Edition.class);

    CurrentTiers(Project project, Home home) {
        this.project = project;
        this.home = home;
    }

    /** Many may ask at once; another release is opened when nobody does. */
    <T> T ask(Edition edition, Question<T> question) {
        try {
            if (!Files.exists(home.current())) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            Path current = home.current().toRealPath();
            lock.readLock().lock();
            try {
                Open known = open.get(edition);
                if (known != null && known.folder().equals(current)) {
                    return question.ask(known.tier(), new ReleaseFolder(current));
                }
            } finally {
                lock.readLock().unlock();
            }
            open(edition, current);
            lock.readLock().lock();
            try {
                Open known = open.get(edition);
                return question.ask(known.tier(), new ReleaseFolder(known.folder()));
            } finally {
                lock.readLock().unlock();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The current release cannot be asked", e);
        }
    }

    private void open(Edition edition, Path current) throws SQLException {
        lock.writeLock().lock();
        try {
            Open known = open.get(edition);
            if (known != null && known.folder().equals(current)) {
                return;
            }
            ReleaseFolder folder = new ReleaseFolder(current);
            ReportTier tier = edition.isRestricted() ? ReportTier.restricted(project, folder) : ReportTier.published(project, folder);
            open.put(edition, new Open(current, tier));
            if (known != null) {
                known.tier().close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @PreDestroy
    void close() throws SQLException {
        for (Open one : open.values()) {
            one.tier().close();
        }
    }
}

package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.check.AuditResult;
import org.bellwether.release.check.Auditor;
import org.bellwether.release.check.ContentHash;
import org.bellwether.release.check.ParquetContents;
import org.bellwether.release.check.ParquetVerifier;
import org.bellwether.release.compare.PublishedChanges;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.PublicationGrid;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.format.ModelsArchive;
import org.bellwether.release.format.ParquetExportCache;
import org.bellwether.release.format.RestrictedTier;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseDraft;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.UnchangedFileLinker;
import org.bellwether.warehouse.figure.MeasureCatalog;

/**
 * Makes a release of the warehouse: write, disclose, audit, describe, verify, and only then move the pointer.
 *
 * <p>Each step reads what the step before left in the draft's folder and can be repeated; a stopped run begins again
 * with {@link #write} or goes on from the step it stood at, with {@link #draft}. Of a draft that is a release already,
 * since the run was stopped before it could say so, only {@link #publish} has anything to say.
 */
public final class Publisher {

    private final Project project;
    private final Home home;
    private final ReleaseStore store;
    private final HeldReleases held;

    public Publisher(Project project, Home home) {
        this.project = project;
        this.home = home;
        this.store = new ReleaseStore(home);
        this.held = new HeldReleases(home);
    }

    /** All steps, one after the other. */
    public PublishedRelease release(Connection warehouse, ReleaseInput input) throws SQLException, IOException {
        ReleaseDraft draft = write(warehouse, input);
        disclose(warehouse, draft);
        audit(warehouse, draft);
        describe(warehouse, draft);
        verify(warehouse, draft);
        return publish(warehouse, draft);
    }

    /** The draft that a step before this one has left. */
    public ReleaseDraft draft(ReleaseId id) {
        return store.draft(id);
    }

    /** Writes the restricted tier and the models into a new draft. */
    public ReleaseDraft write(Connection warehouse, ReleaseInput input) throws SQLException, IOException {
        ReleaseDraft draft = store.begin(input.date());
        new RestrictedTier(warehouse, home, UnchangedFileLinker.with(store.current())).write(draft.folder());
        ModelsArchive.write(project, home, draft.folder().models());
        Manifest.begin(draft.id(), input).write(draft.folder());
        return draft;
    }

    /** Writes the published tier: the marts after disclosure control. */
    public void disclose(Connection warehouse, ReleaseDraft draft) throws SQLException, IOException {
        if (!isPublished(draft)) {
            disclose(warehouse, draft, store.current(), store.shownBefore());
        }
    }

    /**
     * Writes the published tier as it follows another release.
     *
     * @param before      the release that readers have
     * @param shownBefore what is kept of what they have seen
     */
    public void disclose(Connection warehouse, ReleaseDraft draft, Optional<Release> before, Optional<Path> shownBefore) throws SQLException, IOException {
        MeasureCatalog measures = MeasureCatalog.load(config());
        DisclosureConfig disclosure = DisclosureConfig.load(config(), measures);
        Manifest begun = Manifest.read(draft.folder()).after(before, disclosure.version());
        PublicationGrid grid = new PublicationGrid(warehouse, disclosure, before, shownBefore, begun.asOf());
        new PublishedTier(warehouse, disclosure, measures, grid, Publication.load(config())).write(draft.folder(), begun).write(draft.folder());
    }

    /**
     * What the audits of the warehouse and of the published tier have found; empty where the draft is a release already.
     *
     * @throws AuditException where one gives rows with which nothing may be published
     */
    public Optional<List<AuditResult>> audit(Connection warehouse, ReleaseDraft draft) throws SQLException, IOException {
        if (isPublished(draft)) {
            return Optional.empty();
        }
        MeasureCatalog measures = MeasureCatalog.load(config());
        DisclosureConfig disclosure = DisclosureConfig.load(config(), measures);
        List<AuditResult> made = new Auditor(warehouse, project, home).audit(draft.folder(), disclosure, measures,
                new PublicationGrid(warehouse, disclosure, store.current(), store.shownBefore(), Manifest.read(draft.folder()).asOf()));
        Manifest.read(draft.folder()).withAudits(made.stream().map(AuditResult::forManifest).toList()).write(draft.folder());
        return Optional.of(made);
    }

    /** Writes the pages for people, of what has passed the audits. */
    public void describe(Connection warehouse, ReleaseDraft draft) throws SQLException, IOException {
        if (!isPublished(draft)) {
            // Where a run was stopped in this step, pages may be the current release's own: they are never written over.
            draft.folder().pages().forEach(Folders::delete);
            Manifest manifest = Manifest.read(draft.folder());
            describe(warehouse, draft, manifest, store.before(manifest), Optional.empty());
            UnchangedFileLinker unchanged = UnchangedFileLinker.with(store.current());
            for (Path pages : draft.folder().pages()) {
                unchanged.linkSame(draft.folder(), pages);
            }
        }
    }

    /**
     * Writes the pages of a release as they follow another.
     *
     * @param manifest what is known of the release: when it was, what was checked, what is hidden
     * @param before   the release that readers had before it
     * @param kept     what the release has said of changes since then, for where the one before cannot be compared any more
     */
    public void describe(Connection warehouse, ReleaseDraft draft, Manifest manifest, Optional<Release> before, Optional<PublishedChanges> kept)
            throws SQLException, IOException {
        ReleasePages pages = new ReleasePages(project, config());
        Json.write(draft.folder().changes(), pages.changes(warehouse, home, draft.folder(), manifest, before).or(() -> kept).orElse(PublishedChanges.notComparable()));
        pages.write(warehouse, draft.folder(), manifest);
    }

    /** @throws BellwetherException where a Parquet file, read back by another reader, is not what DuckDB holds */
    public void verify(Connection warehouse, ReleaseDraft draft) throws SQLException, IOException {
        if (isPublished(draft)) {
            return;
        }
        try {
            new ParquetVerifier(warehouse, UnchangedFileLinker.with(store.current())).verify(draft.folder());
        } catch (BellwetherException e) {
            // A file that was written badly must not be linked again.
            new ParquetExportCache(home.exports()).forgetAll();
            throw e;
        }
    }

    /**
     * Makes the draft a release and the current one, unless the current one already holds the same, or an audit wants it approved
     * first: then it is held.
     */
    public PublishedRelease publish(Connection warehouse, ReleaseDraft draft) throws SQLException, IOException {
        return publish(warehouse, draft, false);
    }

    /** @param isAnew the current release may be damaged: the draft becomes a release even where it holds the same */
    public PublishedRelease publish(Connection warehouse, ReleaseDraft draft, boolean isAnew) throws SQLException, IOException {
        store.settle();
        if (!Files.exists(draft.folder().root())) {
            return settled(draft);
        }
        Manifest.forgetHalfWritten(draft.folder());
        Map<String, String> hashes = new ContentHash(warehouse, UnchangedFileLinker.with(store.current())).files(draft.folder());
        String content = ContentHash.release(hashes);
        Optional<Release> current = store.current();
        if (!isAnew && current.isPresent() && Manifest.readWhole(current.get().folder()).map(Manifest::contentHash).filter(content::equals).isPresent()) {
            store.discard(draft);
            held.forget();
            return new PublishedRelease(current.get().id(), false, content, false);
        }
        boolean isHeld = !Manifest.read(draft.folder()).holding().isEmpty();
        Optional<ReleaseDraft> waiting = held.held().filter(one -> Manifest.readWhole(one.folder()).map(Manifest::contentHash).filter(content::equals).isPresent());
        if (isHeld && waiting.isPresent()) {
            store.discard(draft);
            return new PublishedRelease(waiting.get().id(), false, content, true);
        }
        List<Manifest.File> files = new ArrayList<>();
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            Path path = draft.folder().root().resolve(file.getKey());
            String bytes = draft.folder().databases().contains(path) ? Sql.sha256(warehouse, path) : null;
            files.add(new Manifest.File(file.getKey(), rows(path), Files.size(path), file.getValue(), bytes));
        }
        Manifest.read(draft.folder()).withFiles(files, content).write(draft.folder());
        if (isHeld) {
            held.hold(draft);
        } else {
            store.complete(draft);
        }
        return new PublishedRelease(draft.id(), true, content, isHeld);
    }

    private boolean isPublished(ReleaseDraft draft) {
        return !Files.exists(draft.folder().root()) && (Files.exists(store.folder(draft.id()).root()) || isHeld(draft));
    }

    private static Long rows(Path file) throws IOException {
        return file.toString().endsWith(".parquet") ? ParquetContents.of(file).rows() : null;
    }

    private ConfigFiles config() {
        return ConfigFiles.of(project, home.config());
    }

    /** An earlier run of this step has done its work and was stopped before it could say so. */
    private PublishedRelease settled(ReleaseDraft draft) throws IOException {
        if (isHeld(draft)) {
            return new PublishedRelease(draft.id(), true, Manifest.read(held.held().orElseThrow().folder()).contentHash(), true);
        }
        Release current = store.current().orElseThrow(() -> ErrorCode.DRAFT_GONE.with(draft.id()));
        return new PublishedRelease(current.id(), current.id().equals(draft.id()),
                Manifest.read(current.folder()).contentHash(), false);
    }

    private boolean isHeld(ReleaseDraft draft) {
        return held.held().filter(one -> one.id().equals(draft.id())).isPresent();
    }
}

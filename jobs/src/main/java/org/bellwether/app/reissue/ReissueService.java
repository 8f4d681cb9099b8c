package org.bellwether.app.reissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.app.session.WarehouseApplication;
import org.bellwether.batch.build.WarehouseProvider;
import org.bellwether.batch.nightly.WarehouseJobLauncher;
import org.bellwether.batch.receive.RestageService;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.config.Yaml;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeFolders;
import org.bellwether.home.Json;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.release.Publisher;
import org.bellwether.release.check.ContentHash;
import org.bellwether.release.compare.PublishedChanges;
import org.bellwether.release.format.KeptModels;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseDraft;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.UnchangedFileLinker;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.bellwether.warehouse.model.Model;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Builds a release again, from what it knew and by the models and config that it keeps, in a home of its own below the temporary
 * folder, and holds the content of every file against what was published. Nothing of the home itself is changed.
 *
 * <p>The caller holds the home's lock.
 */
public final class ReissueService {

    private final Project installed;
    private final Home home;

    public ReissueService(Project installed, Home home) {
        this.installed = installed;
        this.home = home;
    }

    /** @param out folder that is to have the release that was built; null where nobody wants it */
    public ReissueReport reissue(Release release, Path out) throws SQLException, IOException {
        Manifest manifest = Manifest.read(release.folder());
        KeptModels kept = KeptModels.read(release.folder().models());
        HomeFolders.prepare(home);
        Path work = home.tmp().resolve("reissue-" + release.id());
        Folders.delete(work);
        Folders.createPrivate(work);
        try {
            Project project = project(kept, work.resolve("project"));
            Home other = new Home(work.resolve("home"));
            HomeFolders.prepare(other);
            if (Files.isDirectory(project.root().resolve("home/config"))) {
                Folders.copy(project.root().resolve("home/config"), other.config());
            }
            if (Files.isDirectory(home.vault())) {
                Folders.copy(home.vault(), other.vault());
            }
            ReissueInputs inputs = new ReissueInputs(home, manifest, made(release, manifest));
            Map<String, Long> gone = inputs.lay(other);
            Settings machine = Settings.load(ConfigFiles.of(installed, home.config()));
            Settings settings = Settings.load(ConfigFiles.of(project, other.config())).on(machine);
            try (ConfigurableApplicationContext context = WarehouseApplication.start(project, other, settings)) {
                return built(context, release, manifest, kept, other, inputs, gone, out);
            }
        } finally {
            Folders.delete(work);
        }
    }

    private ReissueReport built(ConfigurableApplicationContext context, Release release, Manifest manifest, KeptModels kept, Home other, ReissueInputs inputs,
            Map<String, Long> gone, Path out) throws SQLException, IOException {
        List<String> why = new ArrayList<>();
        if (manifest.run().containsKey(ReleaseInput.ERASED)) {
            why.add("erased: rows of pupils, last at " + manifest.run().get(ReleaseInput.ERASED));
        }
        gone.forEach((name, count) -> why.add("purged or erased: " + count + " of the submissions of " + name + " are in landing no longer"));
        context.getBean(SubmissionRegistrar.class).indexUnregistered(damage -> why.add(damage.sentence()));
        RestageService.Result restaged = context.getBean(RestageService.class).restageChangedAndDamaged();
        if (!restaged.kept().isEmpty()) {
            why.add("judged otherwise: " + restaged.kept().size() + " submissions of " + String.join(", ", restaged.returns()) + " cannot be judged as they were");
        }
        context.getBean(WarehouseJobLauncher.class).build(other.build(), manifest.asOf(), SubmissionRegister.ALWAYS);
        try (Connection warehouse = context.getBean(WarehouseProvider.class).of(other.build()).connection()) {
            why.addAll(causes(warehouse, manifest, inputs, gone));
            Publisher publisher = context.getBean(Publisher.class);
            ReleaseDraft draft = publisher.write(warehouse, new ReleaseInput(manifest.asOf(), manifest.la(), List.of(), Map.of(), Map.of(), Map.of()));
            composedOtherwise(kept, KeptModels.read(draft.folder().models())).ifPresent(why::add);
            // What it was made of is given; what the program makes of that is in the other files.
            Files.copy(release.folder().models(), draft.folder().models(), StandardCopyOption.REPLACE_EXISTING);
            Optional<Release> before = new ReleaseStore(home).before(manifest);
            if (before.isEmpty() && manifest.run().containsKey(ReleaseInput.AFTER)) {
                why.add("pruned: release " + manifest.run().get(ReleaseInput.AFTER) + ", whose figures stood in this one until they moved, is there no longer");
            }
            publisher.disclose(warehouse, draft, before, before.map(one -> one.folder().shownBefore()).filter(Files::isRegularFile));
            publisher.describe(warehouse, draft, manifest, before, Json.readWhole(release.folder().changes(), PublishedChanges.class));
            Map<String, String> hashes = new ContentHash(warehouse, UnchangedFileLinker.with(Optional.empty())).files(draft.folder());
            List<ReissueReport.Difference> differences = differences(manifest, hashes);
            // Pages are made of the other files and of what is kept, and of nothing else but the program.
            if (!differences.isEmpty() && differences.stream().allMatch(one -> ReleaseFolder.isPage(one.path()))) {
                why.add("program: this version makes pages otherwise");
            }
            if (!differences.isEmpty() && why.isEmpty()) {
                why.add("no cause was found");
            }
            if (out != null) {
                keep(draft, release, differences.isEmpty(), out);
            }
            return new ReissueReport(manifest.release(), manifest.files().size(), differences, why);
        }
    }

    /** The models and config that are kept, with what belongs to the program: the control database, and defaults of settings that are new. */
    private Project project(KeptModels kept, Path folder) throws IOException {
        kept.extract(folder);
        Project project = new Project(folder);
        Folders.copy(installed.schema().resolve("control"), project.schema().resolve("control"));
        Path settings = project.config().resolve(Settings.FILE);
        Json.write(settings, Yaml.overlay(Yaml.tree(installed.config().resolve(Settings.FILE)), Yaml.tree(settings)));
        return project;
    }

    private static Instant made(Release release, Manifest manifest) throws IOException {
        String made = manifest.run().get(ReleaseInput.MADE);
        return made == null ? Files.getLastModifiedTime(release.folder().manifest()).toInstant() : Instant.parse(made);
    }

    private static List<String> causes(Connection warehouse, Manifest manifest, ReissueInputs inputs, Map<String, Long> gone) throws SQLException {
        List<String> causes = new ArrayList<>();
        String engine = Sql.queryText(warehouse, "select version()");
        String then = manifest.run().get(ReleaseInput.ENGINE);
        if (then != null && !then.equals(engine)) {
            causes.add("engine version: DuckDB " + then + " then, " + engine + " now");
        }
        Map<String, List<String>> live = ReleaseInput.live(warehouse);
        if (gone.isEmpty() && !inputs.live().isEmpty() && !sorted(live).equals(sorted(inputs.live()))) {
            causes.add("other submissions are in use than were then");
        }
        return causes;
    }

    private static Map<String, TreeSet<String>> sorted(Map<String, List<String>> live) {
        return live.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> new TreeSet<>(entry.getValue()), (one, two) -> one, TreeMap::new));
    }

    private static Optional<String> composedOtherwise(KeptModels kept, KeptModels now) {
        Map<String, Model> then = kept.composed();
        long others = now.composed().entrySet().stream().filter(model -> !model.getValue().equals(then.get(model.getKey()))).count();
        return then.isEmpty() || others == 0 ? Optional.empty() : Optional.of("program: this version composes " + others + " models otherwise");
    }

    private static List<ReissueReport.Difference> differences(Manifest manifest, Map<String, String> hashes) {
        Map<String, String> published = new TreeMap<>();
        manifest.files().forEach(file -> published.put(file.path(), file.hash()));
        TreeSet<String> paths = new TreeSet<>(published.keySet());
        paths.addAll(hashes.keySet());
        return paths.stream().filter(path -> !Objects.equals(published.get(path), hashes.get(path))).map(path -> new ReissueReport.Difference(path,
                !hashes.containsKey(path) ? "is missing" : published.containsKey(path) ? "has other content" : "was not published")).toList();
    }

    private static void keep(ReleaseDraft draft, Release release, boolean isSame, Path out) throws IOException {
        Folders.createPrivate(out);
        Folders.copy(draft.folder().root(), out);
        if (isSame) {
            Manifest.read(release.folder()).write(new ReleaseFolder(out));
        }
    }
}

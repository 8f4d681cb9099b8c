package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bellwether.app.status.Status;
import org.bellwether.app.status.StatusFile;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.sample.SampleGenerator;
import org.bellwether.sample.SampleOptions;

/** A home with the returns of a small council, for whole nights in tests; its processes write beside it. */
record TrialHome(Path root) {

    private static final String ONE_THREAD = "engine: {threads: 1}";

    static final Instant FIRST_NIGHT = Instant.parse("2026-05-13T01:30:00Z");
    static final Instant SECOND_NIGHT = Instant.parse("2026-05-14T01:30:00Z");

    /** Returns of two nights, as {@link SampleGenerator} writes them. */
    static Path returns(Path folder) throws IOException {
        SampleGenerator.generate(new SampleOptions(300, 1, 7), folder, line -> { });
        return folder;
    }

    /** A fresh home with the first night's returns in its inbox; another test runs on the other core. */
    static TrialHome fresh(Path root, Path returns) throws IOException {
        copy(returns.resolve("config"), root.resolve("config"));
        copy(returns.resolve("night-1"), root.resolve("inbox"));
        return new TrialHome(root).withoutBoardPack().setting("inbox: {quiet: PT0S}").setting(ONE_THREAD);
    }

    /** Of all that a night makes its PDF takes longest: only those who look at it have it made. */
    TrialHome withoutBoardPack() throws IOException {
        Files.createDirectories(publication().getParent());
        Files.writeString(publication(), "board_pack: false\n");
        return this;
    }

    TrialHome withBoardPack() throws IOException {
        Files.delete(publication());
        return this;
    }

    private Path publication() {
        return home().config().resolve("publication.yml");
    }

    /** Adds a line to the settings of the home. */
    TrialHome setting(String line) throws IOException {
        Path file = home().config().resolve("application.yml");
        Files.writeString(file, Files.readString(file).stripTrailing() + "\n  " + line + "\n");
        return this;
    }

    /** So many threads of the engine. */
    TrialHome withThreads(int threads) throws IOException {
        Path file = home().config().resolve("application.yml");
        Files.writeString(file, Files.readString(file).replace(ONE_THREAD, "engine: {threads: " + threads + "}"));
        return this;
    }

    /** Only these returns of its inbox. */
    TrialHome keeping(String names) throws IOException {
        for (Path file : Folders.list(home().inbox())) {
            if (!file.getFileName().toString().matches(names)) {
                Files.delete(file);
            }
        }
        return this;
    }

    TrialHome copyTo(Path other) throws IOException {
        copy(root, other);
        return new TrialHome(other);
    }

    TrialHome withReturns(Path night) throws IOException {
        copy(night, home().inbox());
        return this;
    }

    Home home() {
        return new Home(root);
    }

    /** Where its processes leave logs and temporary files. */
    Path beside() {
        return root.resolveSibling(root.getFileName() + "-processes");
    }

    Child start(String... command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--home", root.toString()));
        return Child.start(beside(), arguments.toArray(String[]::new));
    }

    Child startNight(Instant receivedAt) throws IOException, InterruptedException {
        return start("nightly", "--received-at", receivedAt.toString());
    }

    /** @throws AssertionError where the night ends with anything but 0, 3 or 99 */
    TrialHome night(Instant receivedAt) throws IOException, InterruptedException {
        Child child = startNight(receivedAt);
        demandEnded(child.await(), child.printed());
        return this;
    }

    /**
     * The same in this process, which is warm by now: for a night that a test needs and is not about.
     *
     * @throws AssertionError where the night ends with anything but 0, 3 or 99
     */
    TrialHome nightHere(Instant receivedAt) {
        demandEnded(Bellwether.run("nightly", "--home", root.toString(), "--received-at", receivedAt.toString()), "see above");
        return this;
    }

    private static void demandEnded(int code, String printed) {
        if (!List.of(ExitCode.DONE, ExitCode.REJECTED, ExitCode.NOTHING_TO_DO).contains(code)) {
            throw new AssertionError("nightly ended with " + code + ": " + printed);
        }
    }

    /**
     * What a command prints that only reports.
     *
     * @throws AssertionError where it ends with anything but 0
     */
    String ask(String... command) throws IOException, InterruptedException {
        Child child = start(command);
        if (child.await() != ExitCode.DONE) {
            throw new AssertionError(String.join(" ", command) + " failed: " + child.printed());
        }
        return child.printed();
    }

    /** The answer to a question about the restricted tier, a line a row, values separated by commas, without the header. */
    List<String> askRestricted(String query) throws IOException, InterruptedException {
        return ask("sql", "--restricted", "--format", "csv", query).lines().skip(1).toList();
    }

    /** As {@code status --json} prints it. */
    Status status() {
        return StatusFile.read(home());
    }

    /** Content hash of every file of the current release. */
    Map<String, String> contents() {
        TreeMap<String, String> hashes = new TreeMap<>();
        manifest().files().forEach(file -> hashes.put(file.path(), file.hash()));
        return hashes;
    }

    /** The same without what the release says of the one before it, where it may follow another one. */
    Map<String, String> ownContents() {
        return own(contents());
    }

    static Map<String, String> own(Map<String, String> contents) {
        TreeMap<String, String> own = new TreeMap<>(contents);
        own.keySet().removeIf(ReleaseFolder::isOfChanges);
        return own;
    }

    Manifest manifest() {
        return Manifest.read(new ReleaseFolder(home().current()));
    }

    /** Marts of the current release, by name. */
    List<String> marts() {
        return names(new ReleaseFolder(home().current()).marts());
    }

    /** Those of which readers of the published tier have rows. */
    List<String> publishedMarts() {
        return names(new ReleaseFolder(home().current()).publishedMarts());
    }

    private static List<String> names(Path folder) {
        return Folders.list(folder).stream().map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".parquet")).map(name -> name.replace(".parquet", "")).toList();
    }

    /** What is missing of the release that readers see; empty where it is whole or nothing was ever published. */
    List<String> gaps() throws IOException {
        if (!Files.exists(home().current(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<String> gaps = new ArrayList<>();
        Path release = home().current().toRealPath();
        Manifest manifest = Manifest.read(new ReleaseFolder(release));
        if (manifest.contentHash() == null || !release.endsWith(manifest.release())) {
            gaps.add("the manifest is not complete");
        }
        for (Manifest.File file : manifest.files()) {
            Path path = release.resolve(file.path());
            if (!Files.exists(path) || Files.size(path) != file.bytes()) {
                gaps.add(file.path());
            }
        }
        return gaps;
    }

    /** Whatever a run must not leave behind, by its path in the home. */
    List<String> leftovers() throws IOException {
        Home home = home();
        List<Path> left = new ArrayList<>();
        for (Path folder : List.of(home.tmp(), home.arriving(), home.vault().resolve("pending"), home.staged().resolve(".judging"), home.staged().resolve(".restaging"),
                home.inbox())) {
            left.addAll(Folders.list(folder));
        }
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(path -> isHalfWritten(path.getFileName().toString())).forEach(left::add);
        }
        return left.stream().map(path -> root.relativize(path).toString()).distinct().sorted().toList();
    }

    /** With what its processes left beside it: the engine's library is large, and a killed process leaves it. */
    void delete() {
        Folders.delete(root);
        Folders.delete(beside());
    }

    private static boolean isHalfWritten(String name) {
        return name.startsWith(".writing-") || name.startsWith(".pruning-") || name.equals(".current.next") || name.endsWith(".tmp")
                || name.endsWith(".half") || name.endsWith(".wal") || name.endsWith(".part");
    }

    /** As it is: links stay links, names of one file stay so, and times are kept to the nanosecond, since a night looks at them. */
    private static void copy(Path from, Path to) throws IOException {
        Map<Object, Path> copied = new HashMap<>();
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                Path same = copied.get(attributes.fileKey());
                if (attributes.isDirectory()) {
                    Files.createDirectories(target);
                } else if (same != null) {
                    Files.createLink(target, same);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isRegularFile()) {
                        Files.setLastModifiedTime(target, attributes.lastModifiedTime());
                        copied.put(attributes.fileKey(), target);
                    }
                }
            }
        }
    }
}

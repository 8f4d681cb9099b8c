package org.bellwether.batch.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.release.store.ReleaseStore;

/**
 * What the last whole night was made of, and how it left the folder of the build: where both are as they were, a night has nothing
 * to build. Of the folder the sizes and times of its files are looked at, not their bytes.
 */
public final class BuildStamp implements AutoCloseable {

    /** Of other instants, or of nobody once a run is over. */
    private static final Set<String> NOT_LOOKED_AT = Set.of("tmp", "as-of");

    private final Home home;
    private final SubmissionRegister register;
    private final HeldSubmissions held;
    private final Supplier<String> models;
    private String modelsAtStart;
    private String made;

    /** @param models digest of the models, audits and config in force */
    BuildStamp(Home home, SubmissionRegister register, HeldSubmissions held, Supplier<String> models) {
        this.home = home;
        this.register = register;
        this.held = held;
        this.models = models;
    }

    /** Call before a night does anything: what is changed in models or config from now on, the next one takes up. */
    public void begin() {
        modelsAtStart = models.get();
    }

    public boolean isCurrent() throws IOException {
        return Files.exists(home.buildStamp()) && new ReleaseStore(home).current().isPresent() && new ReleaseStore(home).isCurrentComplete()
                && Arrays.equals(Files.readAllBytes(home.buildStamp()), stamp(inputs()).getBytes(StandardCharsets.UTF_8));
    }

    /** A night has built and published all that is known. */
    public void done() {
        made = models.get().equals(modelsAtStart) ? inputs() : null;
    }

    /** The warehouse is closed by now, so that its files are as the next night will find them. */
    @Override
    public void close() throws IOException {
        if (made != null) {
            Files.writeString(home.buildStamp(), stamp(made));
        }
    }

    private String inputs() {
        return digest(Stream.of(register.digest(), new TreeSet<>(held.ids()).toString(), models.get(), program()));
    }

    private String stamp(String inputs) {
        return inputs + "\n" + digest(left().stream()) + "\n";
    }

    /** The files of the build's folder, and what it says it has left out, with their sizes and times. */
    private List<String> left() {
        Path build = home.build();
        return Stream.concat(Folders.files(build).stream(), Stream.of(home.setAsideFile()).filter(Files::isRegularFile))
                .filter(file -> !file.equals(home.buildStamp()) && !NOT_LOOKED_AT.contains(build.relativize(file).getName(0).toString()))
                .map(file -> build.relativize(file) + " " + sizeAndTime(file)).sorted().toList();
    }

    /** Another program may build other tables of the same input. */
    private static String program() {
        try {
            return sizeAndTime(Path.of(BuildStamp.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return "";
        }
    }

    private static String sizeAndTime(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Stream<String> texts) {
        return DigestUtils.sha256Hex(texts.map(text -> text + "\n").collect(Collectors.joining()));
    }
}

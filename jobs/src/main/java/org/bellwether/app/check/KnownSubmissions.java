package org.bellwether.app.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.landing.CensusSet;
import org.bellwether.intake.landing.PackedFiles;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;

/**
 * What a home has received before, as far as it bears on files that are checked, told to another home. Of the home itself nothing is
 * changed, and a record that changes or goes while it is looked at is passed over.
 */
final class KnownSubmissions {

    private final Home home;
    private final CensusSet sets;
    private final PackedFiles packedFiles;

    KnownSubmissions(Home home, ContractCatalog catalog) {
        this.home = home;
        this.sets = new CensusSet(catalog);
        this.packedFiles = new PackedFiles(catalog);
    }

    /** Before files are received: the submissions of the set that a table joins which comes by itself, and the last one, behind which they come. */
    void lay(Home other, List<Path> files) throws IOException {
        Set<String> keys = files.stream().flatMap(this::names).map(sets::key).filter(Objects::nonNull).collect(Collectors.toSet());
        for (String name : keys.stream().map(key -> key.substring(0, key.indexOf('/'))).collect(Collectors.toSet())) {
            for (Submission one : records(name).filter(record -> keys.contains(name + "/" + record.set())).toList()) {
                Path folder = lay(other, one);
                for (String file : one.files().stream().map(received -> received.file()).distinct().toList()) {
                    copy(home.landing(name, one.id()).resolve(file), folder.resolve(file));
                }
            }
        }
        Optional<Path> last = Folders.list(home.landing()).stream().filter(group -> !group.equals(home.arriving()))
                .flatMap(group -> Folders.list(group).stream()).max(Comparator.comparing(folder -> folder.getFileName().toString()));
        if (last.isPresent()) {
            record(last.get()).ifPresent(one -> lay(other, one));
        }
    }

    /** After they are judged: every submission that claims a scope which one of them claims. */
    void index(List<Submission> judged, SubmissionRegister register) {
        for (String name : judged.stream().filter(one -> one.state().isAccepted()).map(Submission::returnName).collect(Collectors.toSet())) {
            Set<String> scopes = judged.stream().filter(one -> name.equals(one.returnName())).flatMap(one -> one.scopes().stream())
                    .map(Scope::values).collect(Collectors.toCollection(HashSet::new));
            records(name).filter(one -> one.scopes().stream().map(Scope::values).anyMatch(scopes::contains)).forEach(register::save);
        }
    }

    /** Of an archive those of the files in it. */
    private Stream<String> names(Path file) {
        return packedFiles.of(file).map(packed -> packed.names().stream()).orElse(Stream.of(file.getFileName().toString()));
    }

    private Stream<Submission> records(String returnName) {
        return Folders.list(home.landing().resolve(returnName)).stream().map(KnownSubmissions::record).flatMap(Optional::stream);
    }

    private static Optional<Submission> record(Path folder) {
        return Json.readWhole(folder.resolve(Submission.RECORD), Submission.class).filter(one -> folder.endsWith(String.valueOf(one.id())));
    }

    private static Path lay(Home other, Submission one) {
        Path folder = other.landing(one.returnName(), one.id());
        Json.writeShortLived(folder.resolve(Submission.RECORD), one);
        return folder;
    }

    /** A set goes without a file that is gone, and is judged so. No link: whatever is done with the copy is done to nobody else's. */
    private static void copy(Path file, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

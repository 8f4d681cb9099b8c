package org.bellwether.staging.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionState;

/** Holds the records that lie in landing and refused against the register, which is their index. */
final class RecordIndex {

    private final Home home;
    private final SubmissionRegister register;

    RecordIndex(Home home, SubmissionRegister register) {
        this.home = home;
        this.register = register;
    }

    /**
     * Indexes records that lie in landing and refused and that the register does not know, or as they were: a kill came between.
     * A record that is damaged is written again from the register. Those are not read that have not changed since all agreed.
     *
     * @param told of each record that is damaged
     */
    void indexUnregistered(Consumer<FileError> told) {
        Map<String, SubmissionState> known = register.states();
        FileTime agreed = agreedAt();
        for (Path root : List.of(home.landing(), home.refused())) {
            for (Path group : Folders.list(root)) {
                for (Path folder : group.equals(home.arriving()) ? List.<Path>of() : Folders.list(group)) {
                    Path record = folder.resolve(root.equals(home.landing()) ? Submission.RECORD : SubmissionRegistrar.REFUSAL);
                    Optional<FileTime> changed = changeTime(record);
                    if (changed.isPresent() && (changed.get().compareTo(agreed) >= 0 || !known.containsKey(folder.getFileName().toString()))) {
                        PreflightReport.NOTES.forEach(note -> Folders.delete(folder.resolve(note)));
                        index(record, known, told);
                    }
                }
            }
        }
    }

    /** Every record written until now agrees with the register: the next start need not read them again. */
    void agreed() {
        try {
            String digest = register.digest();
            Files.writeString(home.indexedMark(), digest);
            // The time of the disk on which the records lie, so that no clock is compared with another; written down, so that a copy keeps it.
            Files.writeString(home.indexedMark(), digest + "\n" + Files.getLastModifiedTime(home.indexedMark()).toInstant() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Long ago where the mark is damaged, or that of another register. */
    private FileTime agreedAt() {
        try {
            List<String> mark = Files.exists(home.indexedMark()) ? Files.readAllLines(home.indexedMark()) : List.of();
            return mark.size() == 2 && mark.get(0).equals(register.digest()) ? FileTime.from(Instant.parse(mark.get(1))) : FileTime.fromMillis(0);
        } catch (DateTimeParseException | CharacterCodingException e) {
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileTime> changeTime(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void index(Path record, Map<String, SubmissionState> known, Consumer<FileError> told) {
        String id = record.getParent().getFileName().toString();
        SubmissionState state = known.get(id);
        // A record of thousands is read as JSON only where its text does not say what the register has.
        if (state != null && isWhole(record, state)) {
            return;
        }
        Optional<Submission> written = Json.readWhole(record, Submission.class).filter(one -> id.equals(one.id()));
        if (written.isPresent()) {
            if (written.get().state() != state) {
                register.save(written.get());
            }
            return;
        }
        String name = home.root().relativize(record).toString();
        register.find(id).ifPresentOrElse(submission -> {
            Json.write(record, submission);
            told.accept(FileError.of("FILE-046", name, "written again from the register"));
        }, () -> told.accept(FileError.of("FILE-046", name, "the register does not know it either: its files lie beside it and"
                + " are not in use; receive them again")));
    }

    private static boolean isWhole(Path record, SubmissionState state) {
        try {
            String text = Files.readString(record);
            return text.stripTrailing().endsWith("}") && text.contains("\"state\" : \"" + state.label() + "\"");
        } catch (IOException e) {
            return false;
        }
    }
}

package org.bellwether.app.privacy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;

/**
 * What came in together and is kept: a submission, or what was refused.
 *
 * @param folder of the received files
 * @param record in that folder
 */
record ReceivedDelivery(Path folder, Path record, Submission submission) {

    private static final String REFUSAL = "why.json";

    /** All that a home has, whatever became of it, in the order of their folders. */
    static List<ReceivedDelivery> all(Home home) {
        List<ReceivedDelivery> all = new ArrayList<>();
        for (Path group : Folders.list(home.landing())) {
            for (Path folder : group.equals(home.arriving()) ? List.<Path>of() : Folders.list(group)) {
                read(folder, Submission.RECORD).ifPresent(all::add);
            }
        }
        for (Path day : Folders.list(home.refused())) {
            for (Path folder : Folders.list(day)) {
                read(folder, REFUSAL).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<ReceivedDelivery> read(Path folder, String record) {
        Path file = folder.resolve(record);
        return Json.readWhole(file, Submission.class).map(submission -> new ReceivedDelivery(folder, file, submission));
    }

    /** Received files, each once. */
    List<Path> files() {
        return submission.files().stream().map(file -> folder.resolve(file.file())).distinct().filter(Files::isRegularFile).toList();
    }
}

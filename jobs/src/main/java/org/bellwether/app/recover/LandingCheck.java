package org.bellwether.app.recover;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bellwether.home.FileDigest;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionState;

/** Holds what has landed against its records and the register: a record that is gone is written again, a delivered file is only in its copies. */
final class LandingCheck {

    private static final String FROM_ELSEWHERE = ": bring it back from a copy, or ask its sender for it again";

    private final Home home;
    private final SubmissionRegister register;
    private final RecoveryReport report;
    private final DamagedFiles damaged;

    LandingCheck(Home home, SubmissionRegister register, RecoveryReport report, DamagedFiles damaged) {
        this.home = home;
        this.register = register;
        this.report = report;
        this.damaged = damaged;
    }

    void look() {
        int whole = 0;
        for (Path group : Folders.list(home.landing())) {
            for (Path folder : group.equals(home.arriving()) ? List.<Path>of() : Folders.list(group)) {
                whole += record(folder).filter(submission -> isWhole(folder, submission)).isPresent() ? 1 : 0;
            }
        }
        register.all().stream().filter(known -> known.state() != SubmissionState.REFUSED && known.state() != SubmissionState.WAITING)
                .map(known -> home.landing(known.returnName(), known.id())).filter(folder -> !Files.exists(folder))
                .forEach(folder -> report.lacksDelivery(Folders.name(home.root(), folder) + " is gone" + FROM_ELSEWHERE));
        report.whole("landing: " + whole + (whole == 1 ? " submission" : " submissions"));
    }

    /** Written again from the register where it is gone or damaged; empty where that does not know it either. */
    private Optional<Submission> record(Path folder) {
        Path file = folder.resolve(Submission.RECORD);
        Optional<Submission> written = Json.readWhole(file, Submission.class).filter(one -> folder.endsWith(one.id() == null ? "" : one.id()));
        if (written.isPresent()) {
            return written;
        }
        Optional<Submission> known = register.find(folder.getFileName().toString());
        damaged.moveAside(file);
        if (known.isPresent()) {
            Json.write(file, known.get());
            report.madeAgain(Folders.name(home.root(), file) + ", from the register");
        } else {
            report.lacksDelivery(Folders.name(home.root(), file) + " is gone or damaged, and the register does not know it: bring it back from a copy, or receive"
                    + " the files beside it again");
        }
        return known;
    }

    private boolean isWhole(Path folder, Submission submission) {
        Map<String, String> files = new TreeMap<>();
        submission.files().forEach(file -> files.put(file.file(), file.sha256()));
        boolean isWhole = true;
        for (Map.Entry<String, String> received : files.entrySet()) {
            Path file = folder.resolve(received.getKey());
            if (!Files.exists(file) || !FileDigest.sha256(file).equals(received.getValue())) {
                report.lacksDelivery(Folders.name(home.root(), file) + (Files.exists(file) ? " is not what was received" : " is gone") + FROM_ELSEWHERE);
                isWhole = false;
            }
        }
        return isWhole;
    }
}

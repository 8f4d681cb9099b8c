package org.bellwether.app.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.app.privacy.received.CsvPieces;
import org.bellwether.app.privacy.received.LinePieces;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.app.privacy.received.PupilPieces;
import org.bellwether.app.privacy.received.ReceivedBytes;
import org.bellwether.app.privacy.received.XmlPieces;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.CensusXml;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.home.FileDigest;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.profile.FileNames;
import org.bellwether.intake.register.ErasureNote;
import org.bellwether.intake.register.StagedFile;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.validation.RejectsReport;

/**
 * Erases a pupil from the received files and staged rows of one submission. All is written beside first, then its record says so, then
 * files take the place of those before: stopped at any point and begun again, it ends the same.
 */
final class SubmissionErasure {

    private static final String PARQUET_FORM = " (format parquet, parquet_version v2, compression zstd)";

    private final Home home;
    private final Connection connection;
    private final Pupil pupil;
    private final ContractCatalog catalog;
    private final CensusXml censusXml;
    private final SubmissionRegister register;
    private final ErasureNote decision;

    /** @param decision when, by whom and why; of its files nothing */
    SubmissionErasure(HomeData data, Connection connection, Pupil pupil, ErasureNote decision) {
        this.home = data.home();
        this.connection = connection;
        this.pupil = pupil;
        this.catalog = data.catalog();
        this.censusXml = data.censusXml();
        this.register = data.register();
        this.decision = decision;
    }

    /** Where each received file tells of the pupil; files that do not are left out. */
    Map<Path, PupilPieces> pieces(ReceivedDelivery held) throws IOException {
        Submission submission = held.submission();
        Optional<ReturnContract> contract = Optional.ofNullable(submission.returnName()).filter(catalog.names()::contains).map(name -> catalog.contract(name).latest());
        CsvPieces csv = new CsvPieces(pupil, contract);
        List<String> order = contract.map(one -> List.copyOf(one.tables().keySet())).orElse(List.of());
        List<SubmissionFile> files = new ArrayList<>(submission.files());
        files.sort(Comparator.comparingInt(file -> order.indexOf(file.table())));
        Map<Path, PupilPieces> found = new LinkedHashMap<>();
        for (SubmissionFile file : files) {
            Path path = held.folder().resolve(file.file());
            if (Files.isRegularFile(path) && !found.containsKey(path)) {
                found.put(path, pieces(path, file, csv));
            }
        }
        found.values().removeIf(PupilPieces::isEmpty);
        return found;
    }

    private PupilPieces pieces(Path path, SubmissionFile file, CsvPieces csv) throws IOException {
        String name = FileNames.plain(file.file());
        try {
            if (name.endsWith(".csv")) {
                return csv.of(path, file.table());
            }
            if (name.endsWith(".xml")) {
                return new XmlPieces(pupil, censusXml).of(path);
            }
        } catch (IOException e) {
            // Its records cannot be told apart, which is why it was refused.
            return new LinePieces(pupil).of(path);
        }
        return new LinePieces(pupil).of(path);
    }

    /** @return how many rows of received files are erased, and how many files were written anew for it */
    ErasureReport.Delivery erase(ReceivedDelivery held, List<Path> staged) throws IOException, SQLException {
        Submission submission = held.submission();
        Path work = Folders.createPrivate(home.tmp().resolve("erase-" + held.folder().getFileName()));
        try {
            Map<Path, PupilPieces> pieces = pieces(held);
            Map<Path, Path> replaced = new LinkedHashMap<>();
            for (Map.Entry<Path, PupilPieces> file : pieces.entrySet()) {
                Path target = work.resolve(Folders.name(held.folder(), file.getKey()));
                Files.createDirectories(target.getParent());
                ReceivedBytes.erase(file.getKey(), file.getValue(), pupil, target);
                replaced.put(file.getKey(), target);
            }
            Path stagedFolder = submission.returnName() == null ? null : home.staged(submission.returnName(), submission.id());
            Path rejects = stagedFolder == null ? null : stagedFolder.resolve(RejectsReport.FILE);
            boolean hasRejects = rejects != null && Files.exists(rejects);
            List<SubmissionFile> left = left(submission, pieces, replaced, held.folder(), hasRejects ? rejects : null);
            for (Path file : staged) {
                replaced.put(file, copy(PupilRows.of(connection, file, pupil).selectOthers(), work.resolve("staged-" + file.getFileName())));
            }
            if (hasRejects && !pieces.isEmpty()) {
                replaced.put(rejects, copy("select * from read_parquet(" + Sql.literal(rejects.toString()) + ") where not " + erasedLine(held.folder(), pieces),
                        work.resolve("staged-" + RejectsReport.FILE)));
            }
            record(held, submission, left, replaced, pieces);
            for (Map.Entry<Path, Path> file : replaced.entrySet()) {
                Files.move(file.getValue(), file.getKey(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return ErasureReport.Delivery.of(submission, PupilPieces.rows(pieces.values()), pieces.size() + staged.size());
        } finally {
            Folders.delete(work);
        }
    }

    /** The record, the notes and the register say what will be; where a stopped run has got so far, they say it already. */
    private void record(ReceivedDelivery held, Submission submission, List<SubmissionFile> left, Map<Path, Path> replaced, Map<Path, PupilPieces> pieces) {
        boolean isSaid = pieces.keySet().stream().allMatch(file -> submission.files().stream().filter(one -> held.folder().resolve(one.file()).equals(file))
                .allMatch(one -> one.sha256().equals(FileDigest.sha256(replaced.get(file)))));
        if (isSaid && !pieces.isEmpty()) {
            return;
        }
        Map<String, StagedFile> written = null;
        if (submission.staged() != null) {
            written = new TreeMap<>(submission.staged());
            for (Map.Entry<Path, Path> file : replaced.entrySet()) {
                if (!pieces.containsKey(file.getKey())) {
                    written.put(file.getKey().getFileName().toString(), new StagedFile(file.getValue().toFile().length(), FileDigest.sha256(file.getValue())));
                }
            }
        }
        for (Map.Entry<Path, PupilPieces> file : pieces.entrySet()) {
            new ErasureNote(decision.at(), decision.by(), decision.why(), Folders.name(held.folder(), file.getKey()), FileDigest.sha256(file.getKey()),
                    FileDigest.sha256(replaced.get(file.getKey())), file.getValue().rows()).addTo(held.folder());
        }
        Submission erased = submission.erased(left, written);
        Json.write(held.record(), erased);
        register.save(erased);
    }

    private List<SubmissionFile> left(Submission submission, Map<Path, PupilPieces> pieces, Map<Path, Path> replaced, Path folder, Path rejects) throws SQLException {
        List<SubmissionFile> left = new ArrayList<>();
        for (SubmissionFile file : submission.files()) {
            PupilPieces found = pieces.get(folder.resolve(file.file()));
            if (found == null) {
                left.add(file);
                continue;
            }
            Path now = replaced.get(folder.resolve(file.file()));
            List<Long> lines = found.linesOf(file.table() == null ? "" : file.table());
            long rejected = rejects == null || lines.isEmpty() ? 0 : Sql.queryLong(connection, "select count(distinct source_line) from read_parquet("
                    + Sql.literal(rejects.toString()) + ") where is_rejected and file = " + Sql.literal(file.file()) + " and source_line in " + inSql(lines));
            left.add(new SubmissionFile(file.file(), file.table(), FileDigest.sha256(now), now.toFile().length(), file.encoding(), less(file.rows(), lines.size()),
                    less(file.accepted(), lines.size() - rejected), less(file.rejected(), rejected), file.schools(), file.notes()));
        }
        return left;
    }

    private static Long less(Long count, long erased) {
        return count == null ? null : Long.valueOf(count - erased);
    }

    private Path copy(String select, Path target) throws SQLException {
        Sql.execute(connection, "copy (" + select + ") to " + Sql.literal(target.toString()) + PARQUET_FORM);
        return target;
    }

    private static String erasedLine(Path folder, Map<Path, PupilPieces> pieces) {
        String lines = pieces.entrySet().stream().flatMap(file -> file.getValue().lines().values().stream().filter(some -> !some.isEmpty())
                        .map(some -> "file = " + Sql.literal(Folders.name(folder, file.getKey())) + " and source_line in " + inSql(some)))
                .collect(Collectors.joining(" or ", "(", ")"));
        return lines.equals("()") ? "false" : lines;
    }

    private static String inSql(List<Long> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}

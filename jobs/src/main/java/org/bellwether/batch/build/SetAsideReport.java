package org.bellwether.batch.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.contract.Rule;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.warehouse.source.SetAsideRow;

/** Says of what a build has left out in which file it stands and what to do about it. */
final class SetAsideReport {

    private static final String HELD = "FILE-045";

    private final ContractCatalog catalog;
    private final SubmissionRegister register;

    SetAsideReport(ContractCatalog catalog, SubmissionRegister register) {
        this.catalog = catalog;
        this.register = register;
    }

    /** Whole submissions first, then rows. */
    List<SetAsideEntry> of(List<HeldSubmissions.Entry> held, List<SetAsideRow> rows) {
        List<SetAsideEntry> entries = new ArrayList<>();
        for (HeldSubmissions.Entry one : held) {
            Rule rule = catalog.rule(HELD);
            register.find(one.submission()).ifPresent(submission -> entries.add(new SetAsideEntry(one.submission(), submission.returnName(),
                    submission.files().stream().map(SubmissionFile::file).distinct().collect(Collectors.joining(", ")), null, HELD,
                    rule.message().replace("{column}", one.why()), rule.fix())));
        }
        if (!rows.isEmpty()) {
            Map<Long, Submission> submissions = new HashMap<>();
            register.all().forEach(one -> submissions.put(one.key(), one));
            rows.forEach(row -> entries.add(entry(submissions.get(row.submissionKey()), row)));
        }
        return entries;
    }

    private SetAsideEntry entry(Submission submission, SetAsideRow row) {
        return new SetAsideEntry(submission.id(), submission.returnName(), file(submission, row), row.sourceLine(), row.audit().rule(),
                row.audit().message(), row.audit().remedy());
    }

    /** The files of the submission that stage the row's table; of a census's two, the one of its pupils. */
    private String file(Submission submission, SetAsideRow row) {
        Map<String, TableContract> tables = catalog.contract(submission.returnName()).tables();
        return submission.files().stream().filter(file -> file.table() != null)
                .filter(file -> tables.get(file.table()).stages().equals(Optional.of(row.table())))
                .filter(file -> row.onRoll() == null || onRoll(tables.get(file.table())).map(row.onRoll().toString()::equals).orElse(true))
                .map(SubmissionFile::file).distinct().collect(Collectors.joining(" or "));
    }

    private static Optional<String> onRoll(TableContract table) {
        return Optional.ofNullable(table.columns().get("on_roll")).flatMap(column -> column.absentText());
    }
}

package org.bellwether.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.app.check.CheckReport.Period;
import org.bellwether.app.check.CheckReport.Reason;
import org.bellwether.config.Project;
import org.bellwether.config.Shown;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.staging.registration.Retirement;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.bellwether.warehouse.source.RowAudit;

/** Says of checked deliveries what they are taken for and what became of them, in the words of the rules. */
final class Reasons {

    private static final String SAME_CONTENT = "FILE-001";
    private static final String OUTRANKED = "FILE-007";
    private static final String ROWS_LEFT_OUT = "FILE-032";
    private static final String RECORD_DAMAGED = "FILE-046";
    private static final String NO_SCHOOL = "REF-001";

    private final Project project;
    private final ContractCatalog catalog;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;

    /** @param register knows what bears on the deliveries, also where they were judged without it */
    Reasons(Project project, ContractCatalog catalog, SubmissionRegister register, SubmissionRegistrar registrar) {
        this.registrar = registrar;
        this.project = project;
        this.catalog = catalog;
        this.register = register;
    }

    CheckReport.Delivery delivery(Submission one, List<CheckReport.BrokenRule> rules) {
        Optional<Submission> same = one.state().isAccepted()
                ? register.liveWithContent(one.returnName(), one.contentSha256(), one.receivedAt(), one.arrival(), one.scopes()) : Optional.empty();
        FileError error = same.map(live -> FileError.of(SAME_CONTENT, null, "as submission " + live.id())).orElse(one.error());
        return new CheckReport.Delivery(one.files().stream().map(SubmissionFile::file).distinct().map(Shown::text).toList(), one.returnName(), one.set(),
                period(one), same.isPresent() ? SubmissionState.DUPLICATE : one.state(), one.rows(), one.accepted(), one.rejected(),
                error == null ? null : reason(error), same.isPresent() ? List.of() : warnings(one),
                one.files().stream().flatMap(file -> file.notes().stream()).distinct().toList(), rules);
    }

    /** What would not be taken in; a damaged record of the home is no fault of these files. */
    List<Reason> left(List<FileError> left) {
        return left.stream().filter(one -> !one.rule().equals(RECORD_DAMAGED)).map(this::reason).toList();
    }

    private Reason reason(FileError error) {
        Rule rule = catalog.rule(error.rule());
        FileError explained = error.message() == null ? error.explained(rule) : error;
        String detail = explained.detail() == null || explained.message().contains(explained.detail()) ? "" : " (" + explained.detail() + ")";
        return new Reason(error.rule(), error.file() == null ? null : Shown.text(error.file()), error.line(), explained.message() + detail, rule.why(), explained.remedy());
    }

    /** Each of them begins with its rule. Those that compare it with what it replaces are found anew. */
    private List<Reason> warnings(Submission one) {
        List<String> sentences = new ArrayList<>(one.warnings().stream().filter(sentence -> !sentence.startsWith(SubmissionRegistrar.SHRUNK)).toList());
        if (one.state().isAccepted()) {
            registrar.shrinkage(one.returnName(), one.receivedAt(), one.arrival(), one.scopes()).ifPresent(sentences::add);
        }
        if (register.standings().containsKey(one.id()) && register.standings().get(one.id()).isOutranked()) {
            sentences.add(OUTRANKED + " " + catalog.rule(OUTRANKED).message());
        }
        return sentences.stream().map(sentence -> {
            Rule rule = catalog.rule(sentence.substring(0, sentence.indexOf(' ')));
            return new Reason(rule.id(), null, null, sentence.substring(sentence.indexOf(' ') + 1), rule.why(), rule.fix());
        }).toList();
    }

    /** By the columns that name what a later submission replaces; a whole register has none. */
    private List<Period> period(Submission one) {
        if (one.scopes().isEmpty() || one.scopes().get(0).values().equals(Scope.WHOLE)) {
            return List.of();
        }
        List<String> columns = catalog.contract(one.returnName()).replaces();
        List<List<String>> scopes = one.scopes().stream().map(scope -> Scope.split(scope.values())).toList();
        return IntStream.range(0, columns.size()).mapToObj(place -> {
            List<String> distinct = scopes.stream().map(values -> values.get(place)).distinct().sorted().toList();
            return new Period(columns.get(place), distinct.get(0), distinct.get(distinct.size() - 1), distinct.size());
        }).toList();
    }

    /** What needs the rows of other submissions: pseudonyms under another key match none of theirs, and a build alone joins returns. */
    List<Reason> notAsked(List<Submission> submissions) {
        List<Submission> accepted = submissions.stream().filter(one -> one.state().isAccepted()).toList();
        List<Reason> reasons = new ArrayList<>();
        if (accepted.stream().anyMatch(this::replacesRowsWithKeys)) {
            reasons.add(reason(FileError.of(ROWS_LEFT_OUT, null, null)));
        }
        if (!accepted.isEmpty()) {
            reasons.add(reason(FileError.of(NO_SCHOOL, null, null)));
        }
        Set<String> tables = accepted.stream().flatMap(one -> catalog.contract(one.returnName()).latest().tables().values().stream())
                .map(table -> table.stages().orElse(table.name())).collect(Collectors.toSet());
        TreeMap<String, Reason> audits = new TreeMap<>();
        RowAudit.all(project).stream().filter(audit -> tables.stream().anyMatch(table -> audit.query().contains("'" + table + "'")))
                .forEach(audit -> audits.put(audit.rule(), new Reason(audit.rule(), null, null, audit.message(), null, audit.remedy())));
        reasons.addAll(audits.values());
        return reasons;
    }

    private boolean replacesRowsWithKeys(Submission one) {
        ReturnContract contract = catalog.contract(one.returnName());
        return Retirement.isKnownOf(contract.latest())
                && !register.owners(one.returnName(), one.receivedAt(), one.arrival(), one.scopes().stream().map(Scope::values).toList()).isEmpty();
    }
}

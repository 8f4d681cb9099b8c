package org.bellwether.batch.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.contract.Kind;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.home.Home;
import org.bellwether.home.PseudonymKey;
import org.bellwether.intake.register.SchoolRows;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister.Owner;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.staging.validation.RejectsReport;
import org.bellwether.warehouse.source.Judgement;
import org.bellwether.warehouse.source.Judgement.Judged;
import org.bellwether.warehouse.source.Judgement.Rejected;
import org.bellwether.warehouse.source.Judgement.SchoolRow;
import org.bellwether.warehouse.source.Judgement.ScopeOwner;

/** Collects how submissions were judged, from their records and from what was found in their rows. */
final class JudgementReader {

    /** Reports of earlier versions do not say what a row tells of. */
    private static final String REASONS = """
            (
                select table_name, source_line, laestab, scope_key, rule, column_name
                from (select cast(null as bigint) as scope_key where false union all by name select * from %s)
                where is_rejected and severity = 'error'
            )""";

    private final Home home;
    private final List<SchoolRow> schools = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Set<String> returnsWithRejects = new TreeSet<>();
    private final Map<String, Owned> owned = new TreeMap<>();

    JudgementReader(Home home) {
        this.home = home;
    }

    /** The live scopes of a return, and the accepted submissions to which they belong. */
    private record Owned(List<Owner> owners, Map<String, Submission> submissions, int placeOfLaestab) {
    }

    /** @param owners of what is live of the return */
    void add(ReturnContract contract, List<Submission> accepted, List<Owner> owners) {
        owned.put(contract.name(), new Owned(owners, accepted.stream().collect(Collectors.toMap(Submission::id, Function.identity())),
                contract.kind() == Kind.PART ? contract.replaces().indexOf(TableContract.LAESTAB) : -1));
        accepted.forEach(this::add);
    }

    /** Those of which no row is accepted; what was refused, or told nothing new, was not judged. */
    void addDeclined(List<Submission> declined) {
        declined.stream().filter(one -> one.state() == SubmissionState.REJECTED).forEach(this::add);
    }

    private void add(Submission one) {
        schools.addAll(one.files().stream().allMatch(file -> file.schools() != null)
                ? one.files().stream().map(SubmissionFile::schools).flatMap(Collection::stream).map(school -> row(one, school)).toList()
                : unparted(one));
        if (one.rejected() != null && one.rejected() > 0) {
            RejectsReport.findings(home.staged(one.returnName(), one.id())).ifPresent(findings -> {
                rejected.add(new Rejected(judged(one), REASONS.formatted(findings)));
                returnsWithRejects.add(one.returnName());
            });
        }
    }

    private static SchoolRow row(Submission one, SchoolRows school) {
        return new SchoolRow(judged(one), school.laestab(), school.rows(), school.rejected(), school.flagged(), school.queries(), school.values());
    }

    /** Judged by an earlier version: it is known of all its rows alone. */
    private static List<SchoolRow> unparted(Submission one) {
        return one.rows() == null ? List.of() : List.of(new SchoolRow(judged(one), null, one.rows(), one.rejected(), null, null, null));
    }

    Judgement all() {
        if (rejected.isEmpty()) {
            return new Judgement(schools, List.of(), List.of());
        }
        PseudonymKey key = PseudonymKey.of(home);
        return new Judgement(schools, rejected, returnsWithRejects.stream().filter(owned::containsKey).map(owned::get)
                .flatMap(all -> all.owners().stream().map(owner -> scope(key, all, owner))).toList());
    }

    private static ScopeOwner scope(PseudonymKey key, Owned all, Owner owner) {
        String laestab = all.placeOfLaestab() < 0 ? "" : Scope.split(owner.scope()).get(all.placeOfLaestab());
        return new ScopeOwner(judged(all.submissions().get(owner.submissionId())), key.scopeKey(owner.scope()), laestab.isEmpty() ? null : Integer.valueOf(laestab));
    }

    private static Judged judged(Submission one) {
        return new Judged(one.key(), one.returnName(), one.receivedAt(), one.arrival());
    }
}

package org.bellwether.release.compare;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.Subject;
import org.bellwether.warehouse.source.StagedSource;

/** Says why the cells of a measure differ: by what has changed among all that they are made of. */
final class ChangeReasons {

    private static final String STAGED = "staged.";

    private final MeasureCatalog measures;
    private final List<SubmissionChange> submissions;
    private final DefinitionChanges definitions;
    private final ChangeLineage lineage;
    private final boolean isOfAnotherMoment;
    private final Map<String, Set<String>> returns = new HashMap<>();

    ChangeReasons(ContractCatalog contracts, MeasureCatalog measures, List<SubmissionChange> submissions, DefinitionChanges definitions,
            ChangeLineage lineage, boolean isOfAnotherMoment) {
        this.measures = measures;
        this.submissions = submissions;
        this.definitions = definitions;
        this.lineage = lineage;
        this.isOfAnotherMoment = isOfAnotherMoment;
        for (ReturnContract contract : contracts.returns()) {
            contract.tables().values().stream().flatMap(table -> table.stages().stream())
                    .forEach(table -> returns.computeIfAbsent(table, key -> new TreeSet<>()).add(contract.name()));
        }
    }

    /** @param isTarget whether a target of these cells has changed, or cannot be told apart */
    List<Reason> of(FigureChange change, MartDisclosure mart, boolean isTarget) throws SQLException {
        Set<Reason> reasons = new LinkedHashSet<>();
        Measure measure = measures.measure(change.measure());
        boolean isDirect = isDirect(change, mart, measure);
        if (measure != null && !isDirect) {
            Stream.of(change.measure(), measure.of(), measure.per(), measure.less()).filter(Objects::nonNull)
                    .forEach(code -> reasons.addAll(definitions.ofMeasure(code)));
        }
        for (String relation : relations(change, isDirect)) {
            Set<String> names = relation.startsWith(STAGED) ? returns.getOrDefault(StagedSource.behind(relation.substring(STAGED.length())), Set.of()) : Set.of();
            reasons.addAll(definitions.of(relation, names));
            reasons.addAll(data(names, change.laestab()));
        }
        if (isTarget && lineage.behind("mart." + change.mart(), change.laestab(), true).stream().anyMatch(DefinitionChanges::isOfStrategies)) {
            reasons.addAll(definitions.ofTargets());
        }
        reasons.addAll(definitions.ofFunctions());
        if (change.hidden() + change.shown() > 0) {
            reasons.add(definitions.suppression());
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason(isOfAnotherMoment ? Reason.Kind.LATER_MOMENT : Reason.Kind.UNKNOWN, ""));
        }
        return reasons.stream().sorted(Comparator.comparing(Reason::kind).thenComparing(Reason::what)).toList();
    }

    /** Beside the measure of its row a mart may show what tells of no pupil and is made of no figure: a target, what others have. */
    private static boolean isDirect(FigureChange change, MartDisclosure mart, Measure measure) {
        boolean isOfMeasure = measure != null && change.column().equals(measure.marts().get(change.mart()));
        return !isOfMeasure && mart.plain().contains(change.column());
    }

    /** What stands behind the cells: a measure that its mart does not make itself stands on the figures of its subject. */
    private Set<String> relations(FigureChange change, boolean isDirect) throws SQLException {
        String own = "mart." + change.mart();
        String figures = isDirect ? null : figures(change.measure());
        if (figures == null) {
            return lineage.behind(own, change.laestab(), isDirect);
        }
        Set<String> relations = new LinkedHashSet<>(List.of(own));
        relations.addAll(lineage.behind(figures, change.laestab(), false));
        return relations;
    }

    /** Null where no figures of the subject are made. */
    private String figures(String code) {
        return measures.subjects().entrySet().stream().filter(subject -> isOf(subject.getValue(), code)).map(subject -> "figure." + subject.getKey())
                .filter(lineage::hasModel).findFirst().orElse(null);
    }

    private static boolean isOf(Subject subject, String code) {
        return subject.measures().containsKey(code) && subject.measures().get(code).kind() != Measure.Kind.OWN;
    }

    private List<Reason> data(Set<String> names, Integer school) {
        List<Reason> reasons = new ArrayList<>();
        submissions.stream().filter(one -> names.contains(one.returnName()) && one.tellsOf(school)).forEach(one -> reasons.add(one.reason()));
        return reasons;
    }
}

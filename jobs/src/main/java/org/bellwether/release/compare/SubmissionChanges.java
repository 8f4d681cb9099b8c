package org.bellwether.release.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.contract.Kind;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.release.store.Manifest;

/** Finds which submissions two releases do not have in common, and what each is to the others of its return. */
final class SubmissionChanges {

    private static final String ENDING = ".parquet";

    private final Connection connection;
    private final Home home;
    private final ContractCatalog catalog;

    SubmissionChanges(Connection connection, Home home, ContractCatalog catalog) {
        this.connection = connection;
        this.home = home;
        this.catalog = catalog;
    }

    List<SubmissionChange> between(Manifest before, Manifest after) throws SQLException {
        List<SubmissionChange> changes = new ArrayList<>();
        TreeSet<String> returns = new TreeSet<>(live(before).keySet());
        returns.addAll(live(after).keySet());
        for (String name : returns) {
            changes.addAll(ofReturn(name, live(before).getOrDefault(name, List.of()), live(after).getOrDefault(name, List.of())));
        }
        return changes;
    }

    private List<SubmissionChange> ofReturn(String name, List<String> before, List<String> after) throws SQLException {
        Set<String> come = new LinkedHashSet<>(after);
        before.forEach(come::remove);
        Set<String> gone = new LinkedHashSet<>(before);
        after.forEach(gone::remove);
        if (come.isEmpty() && gone.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> owners = new HashMap<>();
        if (!keepsAll(name)) {
            before.forEach(id -> scopes(name, id).forEach(scope -> owners.computeIfAbsent(scope, key -> new ArrayList<>()).add(id)));
        }
        Map<String, Set<Integer>> schools = schools(name, come, gone);
        List<SubmissionChange> changes = new ArrayList<>();
        Set<String> superseded = new HashSet<>();
        for (String id : come) {
            List<String> replaces = scopes(name, id).stream().flatMap(scope -> owners.getOrDefault(scope, List.of()).stream()).distinct().sorted().toList();
            superseded.addAll(replaces);
            changes.add(change(replaces.isEmpty() ? Reason.Kind.NEW_DATA : Reason.Kind.RESTATED_DATA, name, id, replaces, schools));
        }
        gone.stream().filter(id -> !superseded.contains(id))
                .forEach(id -> changes.add(change(Reason.Kind.WITHDRAWN_DATA, name, id, List.of(), schools)));
        return changes;
    }

    private SubmissionChange change(Reason.Kind kind, String name, String id, List<String> replaces, Map<String, Set<Integer>> schools) {
        return new SubmissionChange(kind, id, name, submission(name, id).map(Submission::receivedAt).orElse(null), replaces, schools.get(id));
    }

    /** LAESTABs of the staged rows of each, all asked for at once. */
    private Map<String, Set<Integer>> schools(String name, Set<String> come, Set<String> gone) throws SQLException {
        Map<String, Set<Integer>> schools = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (Set<String> ids : List.of(come, gone)) {
            for (String id : ids) {
                Folders.list(home.staged(name, id)).stream().filter(SubmissionChanges::isRows).forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            return schools;
        }
        String rows = "read_parquet([" + files.stream().map(file -> Sql.literal(file.toString())).collect(Collectors.joining(", "))
                + "], union_by_name = true, filename = true)";
        if (!Sql.queryTexts(connection, "select column_name from (describe select * from " + rows + ")").contains("laestab")) {
            return schools;
        }
        Sql.query(connection, "select distinct parse_filename(parse_path(filename)[-2]), laestab from " + rows + " where laestab is not null",
                row -> schools.computeIfAbsent(row.getString(1), id -> new TreeSet<>()).add(row.getInt(2)));
        return schools;
    }

    private static boolean isRows(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.equals("rejects.parquet") && !name.equals("findings.parquet");
    }

    private List<String> scopes(String name, String id) {
        return submission(name, id).map(one -> one.scopes().stream().map(Scope::values).toList()).orElse(List.of());
    }

    private Optional<Submission> submission(String name, String id) {
        return Json.readWhole(home.landing(name, id).resolve(Submission.RECORD), Submission.class);
    }

    /** Of a return of which every delivery stays in use nothing is superseded. */
    private boolean keepsAll(String name) {
        return catalog.returns().stream().anyMatch(contract -> contract.name().equals(name) && contract.kind() == Kind.SNAPSHOT);
    }

    private static Map<String, List<String>> live(Manifest manifest) {
        return manifest.live() == null ? Map.of() : manifest.live();
    }
}

package org.bellwether.staging;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.contract.Kind;
import org.bellwether.contract.Located;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.Sql;
import org.bellwether.intake.Problem;
import org.bellwether.intake.Receipt;
import org.bellwether.intake.Receipt.ReceivedFile;
import org.bellwether.intake.RefusedException;
import org.bellwether.intake.Scope;
import org.bellwether.intake.SubmissionFile;

/** Takes the files of one submission through loading, judging and staging, table by table. */
final class SubmissionJudge {

    private final Workbench bench;
    private final ContractCatalog catalog;
    private final Pseudonymiser pseudonymiser;
    private final int la;
    private final Path tmp;

    SubmissionJudge(Workbench bench, ContractCatalog catalog, Pseudonymiser pseudonymiser, int la, Path tmp) {
        this.bench = bench;
        this.catalog = catalog;
        this.pseudonymiser = pseudonymiser;
        this.la = la;
        this.tmp = tmp;
    }

    Judgement judge(Receipt receipt, Path folder, Path target) throws SQLException {
        ReturnContract contract = catalog.contract(receipt.returnName()).latest();
        FindingsReport findings = new FindingsReport(bench.connection(), catalog);
        List<SubmissionFile> files = new ArrayList<>();
        Map<String, List<String>> staged = new LinkedHashMap<>();
        for (ReceivedFile file : receipt.files()) {
            TableContract table = contract.table(file.table());
            files.add(judge(contract, table, file, folder, findings));
            staged.computeIfAbsent(table.stages().orElse(table.name()), name -> new ArrayList<>()).add(stagedRows(table));
        }
        List<Scope> scopes = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : staged.entrySet()) {
            String relation = write(entry.getKey(), entry.getValue(), receipt, target);
            if (scopes.isEmpty()) {
                scopes.addAll(scopes(contract, entry.getKey(), relation));
            }
        }
        findings.write(target);
        return new Judgement(files, scopes, findings.counts(), null);
    }

    private SubmissionFile judge(ReturnContract contract, TableContract table, ReceivedFile file, Path folder,
            FindingsReport findings) throws SQLException {
        Located located = table.locate(file.profile().header());
        String raw = "raw_" + table.name();
        CsvSource.Loaded loaded = new CsvSource(bench.connection(), tmp).load(raw, folder.resolve(file.profile().file()), file.profile());
        TableJudge judge = new TableJudge(bench.connection(), catalog, pseudonymiser, contract, table);
        catalog.rulesFor(table).forEach(rule -> rule.checks().forEach(check -> loadCodes(check.when())));
        judge.judge(raw, located, TableJudge.Context.NONE);
        judge.rejectRepeats(keys(table));
        String judged = TableJudge.judged(table.name());
        boolean hasLaestab = table.columns().containsKey("laestab");
        findings.add(file.profile().file(), table.name(), judged, hasLaestab);
        findings.addRagged(file.profile().file(), table.name(), loaded.ragged());
        long accepted = Sql.queryLong(bench.connection(), "select count(*) from " + judged + " where reject is null");
        long judgedRows = Sql.queryLong(bench.connection(), "select count(*) from " + judged);
        if (judgedRows + loaded.ragged().size() != loaded.records()) {
            throw new RefusedException(Problem.of("FILE-010", file.profile().file(),
                    loaded.records() + " records were read and " + (judgedRows + loaded.ragged().size()) + " judged"));
        }
        return new SubmissionFile(file.profile().file(), table.name(), file.profile().sha256(), file.profile().bytes(),
                file.profile().encoding(), loaded.records(), accepted, loaded.records() - accepted, notes(file, located));
    }

    private void loadCodes(String sql) {
        try {
            bench.loadCodes(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Code sets cannot be loaded", e);
        }
    }

    private static List<String> keys(TableContract table) {
        return table.keys().stream().map(key -> table.columns().containsKey(key) ? table.columns().get(key).stagedName() : key).toList();
    }

    private List<String> notes(ReceivedFile file, Located located) {
        List<String> notes = new ArrayList<>();
        if ("windows-1252".equals(file.profile().encoding())) {
            notes.add("FILE-026 " + catalog.rule("FILE-026").message());
        }
        if (!located.extras().isEmpty()) {
            notes.add("FILE-029 " + catalog.rule("FILE-029").message().replace("{column}", String.join(", ", located.extras())));
        }
        return notes;
    }

    /** The accepted rows of a table as they are staged: a SELECT. */
    private String stagedRows(TableContract table) throws SQLException {
        String typed = "typed as (select * exclude (reject, flags) from " + TableJudge.judged(table.name()) + " where reject is null)";
        String model = bench.model(table.name());
        if (model == null) {
            String columns = table.columns().values().stream().filter(column -> column.staged())
                    .map(column -> Sql.identifier(column.stagedName())).collect(Collectors.joining(", "));
            return "(with " + typed + " select " + columns + ", source_line from typed)";
        }
        loadCodes(model);
        return "(with " + typed + " select * from (" + model + "))";
    }

    /** Writes one staged table and gives the relation to read it back. */
    private String write(String stagedTable, List<String> selects, Receipt receipt, Path target) throws SQLException {
        Path file = target.resolve(stagedTable + ".parquet");
        Map<String, String> shape = bench.shape(stagedTable);
        String columns = shape.entrySet().stream().map(column -> column.getKey().equals("submission_key")
                        ? "cast(" + org.bellwether.intake.Submission.key(receipt.submissionId()) + " as bigint) as submission_key"
                        : "cast(" + Sql.identifier(column.getKey()) + " as " + column.getValue() + ") as " + Sql.identifier(column.getKey()))
                .collect(Collectors.joining(", "));
        Sql.execute(bench.connection(), "copy (select " + columns + " from (" + String.join(" union all by name ", selects)
                + ")) to " + Sql.literal(file.toString()) + " (format parquet, compression zstd)");
        return "read_parquet(" + Sql.literal(file.toString()) + ")";
    }

    private List<Scope> scopes(ReturnContract contract, String stagedTable, String relation) throws SQLException {
        if (contract.kind() == Kind.FULL || contract.kind() == Kind.SNAPSHOT) {
            return List.of(new Scope(Scope.WHOLE, 0, Sql.queryLong(bench.connection(), "select count(*) from " + relation)));
        }
        if (!bench.shape(stagedTable).keySet().containsAll(contract.replaces())) {
            return List.of();
        }
        String values = contract.replaces().stream().map(column -> "coalesce(cast(" + Sql.identifier(column) + " as varchar), '')")
                .collect(Collectors.joining(" || '|' || "));
        return Sql.query(bench.connection(), "select " + values + " as scope, count(*) from " + relation + " group by scope order by scope",
                row -> new Scope(row.getString(1), 0, row.getLong(2)));
    }
}

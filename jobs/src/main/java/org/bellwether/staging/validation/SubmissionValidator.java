package org.bellwether.staging.validation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileNames;
import org.bellwether.intake.profile.RefusedException;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.staging.load.LoadedTable;
import org.bellwether.staging.load.Loader;
import org.bellwether.staging.pseudonym.Pseudonymiser;
import org.bellwether.staging.session.StagingSession;
import org.bellwether.staging.shape.ShapeReader;
import org.bellwether.staging.shape.TableShape;
import org.bellwether.staging.typing.TypedTableBuilder;

/** Takes the files of one submission through loading, judging and staging, table by table. */
public final class SubmissionValidator {

    private final StagingSession session;
    private final Connection connection;
    private final ContractCatalog catalog;
    private final Pseudonymiser pseudonymiser;
    private final int la;
    private final Path tmp;

    public SubmissionValidator(StagingSession session, ContractCatalog catalog, Pseudonymiser pseudonymiser, int la, Path tmp) {
        this.session = session;
        this.connection = session.connection();
        this.catalog = catalog;
        this.pseudonymiser = pseudonymiser;
        this.la = la;
        this.tmp = tmp;
    }

    public StagingResult validate(PreflightReport report, Path folder, Path target) throws SQLException {
        ReturnContract contract = catalog.contract(report.returnName()).latest();
        Loader loader = new Loader(session, catalog, contract, tmp);
        List<LoadedTable> loaded = loader.load(report, folder);
        boolean isCensus = !contract.reference().isEmpty();
        List<LoadedTable> all = isCensus ? Stream.concat(loaded.stream(), loader.absent(loaded).stream()).toList() : loaded;
        prepare(report, contract, all, isCensus);
        validateAbsentParents(contract, all);
        RejectsReport rejects = new RejectsReport(connection, catalog);
        List<SubmissionFile> files = new ArrayList<>();
        for (LoadedTable table : loaded) {
            files.add(validate(contract, table, isCensus, rejects, LocalDate.ofInstant(report.receivedAt(), Settings.LONDON)));
        }
        StagedFileWriter staged = new StagedFileWriter(session, report.submissionId(), target);
        Map<String, List<String>> selects = new LinkedHashMap<>();
        Stream<TableContract> tables = isCensus
                ? Stream.concat(Stream.of(contract.table(CensusReturns.HEADER)), loaded.stream().map(LoadedTable::table)).distinct()
                : loaded.stream().map(LoadedTable::table);
        for (TableContract table : tables.toList()) {
            if (table.stages().isPresent()) {
                selects.computeIfAbsent(table.stages().get(), name -> new ArrayList<>()).add(stagedRows(contract, table));
            }
        }
        for (Map.Entry<String, List<String>> entry : selects.entrySet()) {
            staged.write(entry.getKey(), entry.getValue());
        }
        rejects.write(target);
        List<Scope> scopes = new ScopeReader(session, contract).of(staged.written());
        refuseLongKeys(scopes);
        return new StagingResult(files, scopes, rejects.counts(), rejects.mainReason(), null, shapes(loaded, folder));
    }

    private List<TableShape> shapes(List<LoadedTable> loaded, Path folder) throws SQLException {
        ShapeReader reader = new ShapeReader(connection, catalog, folder);
        List<TableShape> shapes = new ArrayList<>();
        for (LoadedTable one : loaded) {
            shapes.add(reader.read(one, TableValidator.accepted(one.table())));
        }
        return shapes;
    }

    /**
     * Writes of the rejected rows of a submission whose they are and what they tell of, read from its files again: nothing is judged.
     *
     * @param findings SQL, as {@link RejectsReport#findings} gives it
     * @param target   folder for what {@link RejectedRows} writes
     * @throws RefusedException where the rows of a file cannot be told apart
     */
    public void writeRejected(PreflightReport report, Path folder, String findings, Path target) throws SQLException {
        ReturnContract contract = catalog.contract(report.returnName()).latest();
        Loader loader = new Loader(session, catalog, contract, tmp);
        List<LoadedTable> loaded = loader.load(report, folder);
        boolean isCensus = !contract.reference().isEmpty();
        prepare(report, contract, isCensus ? Stream.concat(loaded.stream(), loader.absent(loaded).stream()).toList() : loaded, isCensus);
        RejectedRows rejected = new RejectedRows(connection, contract, findings);
        for (LoadedTable one : loaded) {
            boolean hasContext = isCensus && !one.table().name().equals(CensusReturns.HEADER);
            rejected.add(one, typed(contract, one).only(rejected.lines(one), LoadedTable.raw(one.table().name()), hasContext));
        }
        rejected.write(target);
    }

    private void prepare(PreflightReport report, ReturnContract contract, List<LoadedTable> all, boolean isCensus) throws SQLException {
        loadCodes(all);
        Sql.execute(connection, "create temp table authority as select " + la + " as la_code");
        Sql.execute(connection, "create temp table delivery as select %s as file_name, cast(%s as timestamp) as received_at".formatted(
                report.onlyFile() == null ? "cast(null as varchar)" : Sql.literal(FileNames.own(report.onlyFile())),
                Sql.literal(report.receivedAt().atOffset(ZoneOffset.UTC).toLocalDateTime().toString())));
        show(report, contract, all, isCensus);
    }

    /** Of a table that did not come no row is a parent. */
    private void validateAbsentParents(ReturnContract contract, List<LoadedTable> tables) throws SQLException {
        for (LoadedTable one : tables) {
            if (one.profile() == null && one.table().parent().isEmpty() && !one.table().name().equals(CensusReturns.HEADER)) {
                new TableValidator(connection, one.table()).validate(List.of(), contract.reference());
            }
        }
    }

    /** The register finds by them what a later submission replaces. */
    private static void refuseLongKeys(List<Scope> scopes) {
        if (scopes.stream().anyMatch(scope -> scope.values().length() > Scope.LONGEST)) {
            throw new RefusedException(FileError.of("FILE-051", null, "the limit is " + Scope.LONGEST + " characters"));
        }
    }

    private void loadCodes(List<LoadedTable> tables) throws SQLException {
        for (LoadedTable one : tables) {
            for (Rule rule : catalog.rulesFor(one.table())) {
                for (Rule.Check check : rule.checks()) {
                    session.loadCodes(check.when());
                }
            }
        }
    }

    /** Shows every table typed, and together the tables that stage into one: rules of one table may look into another. */
    private void show(PreflightReport report, ReturnContract contract, List<LoadedTable> tables, boolean isCensus) throws SQLException {
        if (isCensus) {
            LoadedTable header = tables.stream().filter(one -> one.table().name().equals(CensusReturns.HEADER)).findFirst().orElseThrow();
            typed(contract, header).show(LoadedTable.raw(CensusReturns.HEADER), false);
            if (header.profile() != null) {
                new CensusReturns(session, la).fromHeader(report);
            } else {
                showNativeIds(tables);
                new CensusReturns(session, la).fromNames(report);
            }
        }
        Map<String, List<String>> stages = new LinkedHashMap<>();
        for (LoadedTable one : tables) {
            if (!one.table().name().equals(CensusReturns.HEADER)) {
                typed(contract, one).show(LoadedTable.raw(one.table().name()), isCensus);
                one.table().stages().ifPresent(name -> stages.computeIfAbsent(name, n -> new ArrayList<>()).add("select * from " + TypedTableBuilder.view(one.table().name())));
            }
        }
        for (Map.Entry<String, List<String>> entry : stages.entrySet()) {
            Sql.execute(connection, "create temp view typed_" + entry.getKey() + " as " + String.join(" union all by name ", entry.getValue()));
        }
    }

    private void showNativeIds(List<LoadedTable> tables) throws SQLException {
        String ids = tables.stream().filter(one -> one.table().parent().isEmpty() && one.located().positions().containsKey("native_id"))
                .map(one -> "select id_text(clean_text(c" + one.located().positions().get("native_id") + ")) as native_id, source_line from "
                        + LoadedTable.raw(one.table().name()))
                .collect(Collectors.joining(" union all "));
        Sql.execute(connection, "create temp view raw_native_id as " + ids);
    }

    private TypedTableBuilder typed(ReturnContract contract, LoadedTable one) {
        return new TypedTableBuilder(connection, catalog, pseudonymiser, contract, one);
    }

    private SubmissionFile validate(ReturnContract contract, LoadedTable loaded, boolean isCensus, RejectsReport rejects, LocalDate received) throws SQLException {
        TableContract table = loaded.table();
        boolean hasContext = isCensus && !table.name().equals(CensusReturns.HEADER);
        TableValidator validate = new TableValidator(connection, table);
        List<RuleViolation> violations = new TableRules(catalog, contract, table, received).all();
        validate.validate(violations, hasContext ? contract.reference() : List.of());
        validate.rejectRepeats();
        validate.settleRepeats();
        String judged = TableValidator.judged(table.name());
        String records = table.rest().isPresent() ? "count(distinct source_line)" : "count(*)";
        long broken = Sql.queryLong(connection, "select " + records + " from " + judged + " where reject is not null");
        boolean hasLaestab = hasContext || table.columns().containsKey(TableContract.LAESTAB);
        if (broken > 0) {
            String rejected = typed(contract, loaded).only("select source_line from " + judged + " where reject is not null",
                    LoadedTable.raw(table.name()), hasContext);
            String scope = ScopeParts.scope(contract, ScopeParts.columns(connection, table));
            rejects.addRejected(loaded.profile().file(), table, judged, hasLaestab, validate.brokenByRejected(violations, rejected),
                    pseudonymiser.keyed("source_line", scope, rejected));
        }
        rejects.addFlagged(loaded.profile().file(), table, judged, hasLaestab);
        rejects.addRagged(loaded.profile().file(), table.name(), loaded.ragged());
        long rejected = broken + loaded.ragged().size();
        long accepted = Sql.queryLong(connection, "select " + records + " from " + judged + " where reject is null");
        if (accepted + rejected != loaded.records()) {
            throw new RefusedException(FileError.of("FILE-010", loaded.profile().file(),
                    loaded.records() + " records were read and " + (accepted + rejected) + " judged"));
        }
        return new SubmissionFile(loaded.profile().file(), table.name(), loaded.profile().sha256(), loaded.profile().bytes(),
                loaded.profile().encoding(), loaded.records(), accepted, rejected,
                rejects.schools(loaded.profile().file(), table, judged, hasLaestab, loaded.ragged().size()),
                Stream.concat(notes(loaded).stream(), Waived.notes(connection, catalog, contract, table, received, validate.parent()).stream()).toList());
    }

    private List<String> notes(LoadedTable loaded) {
        List<String> notes = new ArrayList<>();
        if ("windows-1252".equals(loaded.profile().encoding())) {
            notes.add("FILE-026 " + catalog.rule("FILE-026").message());
        }
        if (!loaded.profile().windowsLines().isEmpty()) {
            notes.add("FILE-040 " + catalog.rule("FILE-040").message().replace("{lines}",
                    loaded.profile().windowsLines().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        String extras = loaded.located().extras().stream().filter(name -> !name.isBlank()).collect(Collectors.joining(", "));
        if (!extras.isEmpty()) {
            notes.add("FILE-029 " + catalog.rule("FILE-029").message().replace("{column}", Shown.text(extras)));
        }
        return notes;
    }

    /** The accepted rows of a table as they are staged: a SELECT. */
    private String stagedRows(ReturnContract contract, TableContract table) throws SQLException {
        String model = session.model(table);
        if (table.name().equals(CensusReturns.HEADER)) {
            return "(" + model + ")";
        }
        String with = "with typed as " + TableValidator.accepted(table)
                + table.parent().map(parent -> ", parent as " + TableValidator.parents(parent)).orElse("");
        if (model == null) {
            String columns = table.stagedNames().stream().map(Sql::identifier).collect(Collectors.joining(", "));
            return "(" + with + " select " + columns + ", source_line from typed)";
        }
        session.loadCodes(model);
        return "(" + with + " select * from (" + model + "))";
    }
}

package org.bellwether.staging.load;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellwether.contract.Located;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.preflight.PreflightReport.ReceivedFile;
import org.bellwether.staging.session.StagingSession;

/** Brings the files of a delivery into the engine as text, a table a file, or several of one XML. */
public final class Loader {

    private final StagingSession session;
    private final ReturnContract contract;
    private final ContractCatalog catalog;
    private final Path tmp;

    public Loader(StagingSession session, ContractCatalog catalog, ReturnContract contract, Path tmp) {
        this.session = session;
        this.catalog = catalog;
        this.contract = contract;
        this.tmp = tmp;
    }

    /** In the order of the contract, in which parents stand before their children. */
    public List<LoadedTable> load(PreflightReport report, Path folder) throws SQLException {
        List<LoadedTable> loaded = new ArrayList<>();
        for (ReceivedFile file : report.files()) {
            if (file.profile().isXml()) {
                loaded.addAll(new CensusXmlReader(session, contract, tmp).read(folder.resolve(file.profile().file()), file.profile()));
            } else {
                TableContract table = contract.table(file.table()).of(file.profile().ownName());
                Located located = table.locate(file.profile().header());
                CsvSource.Loaded csv = new CsvSource(session.connection(), tmp).load(LoadedTable.raw(table.name()),
                        folder.resolve(file.profile().file()), file.profile(), located.places());
                if (!located.rest().isEmpty()) {
                    located = new RestColumns(session, catalog, table.rest().orElseThrow())
                            .settle(located, LoadedTable.raw(table.name()), file.profile());
                }
                loaded.add(new LoadedTable(table, file.profile(), located, csv.records(), csv.ragged()));
            }
        }
        List<String> order = List.copyOf(contract.tables().keySet());
        loaded.sort(java.util.Comparator.comparingInt(one -> order.indexOf(one.table().name())));
        return loaded;
    }

    /** Makes the tables that the delivery lacks, without rows, so that rules and models may name them. */
    public List<LoadedTable> absent(List<LoadedTable> loaded) throws SQLException {
        List<LoadedTable> absent = new ArrayList<>();
        for (TableContract table : contract.tables().values()) {
            if (loaded.stream().noneMatch(one -> one.table().name().equals(table.name()))) {
                Sql.execute(session.connection(), "create temp table " + LoadedTable.raw(table.name()) + " (source_line integer)");
                absent.add(new LoadedTable(table, null, new Located(Map.of(), Map.of(), List.of(), List.of(), List.of()), 0, List.of()));
            }
        }
        return absent;
    }
}

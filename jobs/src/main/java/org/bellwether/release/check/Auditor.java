package org.bellwether.release.check;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Workers;
import org.bellwether.home.Home;
import org.bellwether.release.disclosure.DisclosureAttack;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.disclosure.PublicationGrid;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.audit.Audit;
import org.bellwether.warehouse.figure.MeasureCatalog;

/**
 * Asks what must give no rows, of the warehouse and of what is about to be published.
 *
 * <p>An audit of {@code sql/audits} may read the schemas of the warehouse and, as {@code published.<table>}, the published marts
 * and dimensions, as {@code before.<mart>} the marts of the last release before disclosure control, and as {@code ees.cell} and beside it
 * what the EES tables hold.
 */
public final class Auditor {

    private static final String PUBLISHED = "published";
    private static final String ATTACK = "attack";
    private static final String FINDING = ATTACK + ".finding";

    private final Connection connection;
    private final Project project;
    private final Home home;

    public Auditor(Connection connection, Project project, Home home) {
        this.connection = connection;
        this.project = project;
        this.home = home;
    }

    /**
     * What each audit has found; rows are kept in the home.
     *
     * @param grid when figures move, and the last release, which this one is held against
     * @throws AuditException naming every audit that fails, and how many rows it gives
     */
    public List<AuditResult> audit(ReleaseFolder folder, DisclosureConfig disclosure, MeasureCatalog measures, PublicationGrid grid)
            throws SQLException, IOException {
        AuditRows kept = new AuditRows(home);
        List<AuditResult> results;
        List<Table> marts = Table.tables(connection, connection.getCatalog(), "mart");
        try (DatabaseFile published = DatabaseFile.open(connection, folder.publishedDatabase(), PUBLISHED);
                EarlierRelease before = EarlierRelease.open(connection, grid.before().map(Release::folder), marts);
                EesTables ees = EesTables.open(connection, folder)) {
            List<Table> tables = published.tables();
            Map<Table, MartDisclosure> shown = disclosure.of(tables.stream().filter(table -> marts.stream().anyMatch(mart -> mart.name().equals(table.name()))).toList());
            PublicationGrid points = grid.of(connection, shown);
            attack(published, disclosure, measures, points);
            List<Audit> audits = new ArrayList<>(ReleaseAudits.of(connection, published, disclosure, points, FINDING));
            audits.addAll(EarlierRelease.audits(marts));
            audits.addAll(new SchemaAudits(published, Publication.load(ConfigFiles.of(project, home.config())), tables, shown)
                    .of(folder, grid.before().map(Release::folder)));
            audits.addAll(Audit.all(project));
            results = new Workers(connection).map(audits, (own, audit) -> {
                long count = audit.count(own);
                return count == 0 ? new AuditResult(audit, 0, List.of(), null) : kept.keep(own, audit, count);
            });
        }
        Sql.execute(connection, "detach database if exists " + ATTACK);
        if (results.stream().anyMatch(AuditResult::hasFailed)) {
            throw new AuditException(results);
        }
        return results;
    }

    /** What stands as the release before published it was attacked then. */
    private void attack(DatabaseFile published, DisclosureConfig disclosure, MeasureCatalog measures, PublicationGrid grid) throws SQLException {
        List<Table> marts = Table.tables(connection, connection.getCatalog(), "mart");
        List<DisclosureAttack.Finding> findings = !grid.isChosenAnew() ? List.of() : new DisclosureAttack(connection, disclosure, measures, marts)
                .findings(mart -> published.qualified(new Table("main", mart, null, List.of())), grid.shownBefore());
        Sql.execute(connection, "attach if not exists ':memory:' as " + ATTACK);
        Sql.execute(connection, "create or replace table " + FINDING + " (leak varchar, relations varchar)");
        for (DisclosureAttack.Finding finding : findings) {
            Sql.execute(connection, "insert into " + FINDING + " values (" + Sql.literal(finding.leak()) + ", " + Sql.literal(finding.relations()) + ")");
        }
    }

    /** Names of the audits that stop a publication, of those that ask the warehouse alone. */
    public static List<String> failing(Connection connection, Project project) throws SQLException {
        List<String> failing = new ArrayList<>();
        for (Audit audit : Audit.all(project)) {
            if (audit.severity() == Audit.Severity.FAIL && !readsReleases(audit) && audit.count(connection) > 0) {
                failing.add(audit.name());
            }
        }
        return failing;
    }

    private static boolean readsReleases(Audit audit) {
        return Stream.of(PUBLISHED, EarlierRelease.ALIAS, EesTables.ALIAS).anyMatch(alias -> audit.query().contains(" " + alias + "."));
    }
}

package org.bellwether.release.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Access;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.compare.ReleaseDifference.ColumnChange;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.compare.ReleaseDifference.Side;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.format.KeptModels;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.figure.MeasureCatalog;

/** Finds what differs between two releases of a home and why, by their files and the records of what was received. */
public final class ReleaseComparison {

    private static final String ENDING = ".parquet";

    private final Connection connection;
    private final Home home;
    private final ContractCatalog contracts;
    private final DisclosureConfig disclosure;
    private final MeasureCatalog measures;

    /** @param connection of an engine that may open files */
    public ReleaseComparison(Connection connection, Project project, Home home) {
        ConfigFiles config = ConfigFiles.of(project, home.config());
        this.connection = connection;
        this.home = home;
        this.contracts = ContractCatalog.load(config);
        this.measures = MeasureCatalog.load(config);
        this.disclosure = DisclosureConfig.load(config, measures);
    }

    /**
     * @param isRestricted whether the marts before disclosure control are compared, and not those after it
     * @throws BellwetherException where one of them has been pruned, or may not be read
     */
    public ReleaseDifference between(ReleaseFolder before, ReleaseFolder after, boolean isRestricted) throws SQLException, IOException {
        for (ReleaseFolder folder : List.of(before, after)) {
            if (!folder.isWhole()) {
                throw ErrorCode.RELEASE_PRUNED.with(folder.root().getFileName());
            }
            Access.demandEntry(folder.restricted());
            Access.demandReading(folder.manifest());
        }
        Manifest from = Manifest.read(before);
        Manifest to = Manifest.read(after);
        List<SubmissionChange> submissions = new SubmissionChanges(connection, home, contracts).between(from, to);
        KeptModels models = KeptModels.read(after.models());
        DefinitionChanges definitions = DefinitionChanges.between(KeptModels.read(before.models()), models);
        ChangeLineage lineage = new ChangeLineage(connection, models.composed(), new TableChanges(connection, before, from, after, to));
        ChangeReasons reasons = new ChangeReasons(contracts, measures, submissions, definitions, lineage, !from.asOf().equals(to.asOf()));
        List<ColumnChange> columns = new ArrayList<>();
        List<FigureChange> figures = new ArrayList<>();
        Function<ReleaseFolder, Path> tier = isRestricted ? ReleaseFolder::marts : ReleaseFolder::publishedMarts;
        for (String mart : marts(tier.apply(before), tier.apply(after))) {
            Path earlier = tier.apply(before).resolve(mart + ENDING);
            Path later = tier.apply(after).resolve(mart + ENDING);
            Map<String, String> columnsBefore = MartComparison.columns(connection, earlier);
            Map<String, String> columnsAfter = MartComparison.columns(connection, later);
            columns.addAll(MartComparison.columnChanges(mart, columnsBefore, columnsAfter));
            MartDisclosure shape = disclosure.marts().get(mart);
            if (shape != null && !columnsBefore.isEmpty() && !columnsAfter.isEmpty()) {
                for (MartComparison.Cells cells : new MartComparison(connection, mart, shape, measures.codesByColumn(mart)).cells(earlier, later)) {
                    boolean isTarget = cells.isTargetChanged() || !columnsAfter.containsKey("target");
                    figures.add(cells.change().because(reasons.of(cells.change(), shape, isTarget)));
                }
            }
        }
        return new ReleaseDifference(new Side(from.release(), from.asOf()), new Side(to.release(), to.asOf()),
                isRestricted ? "restricted" : "published", submissions, definitions.reasons(), columns, sorted(figures));
    }

    private static List<FigureChange> sorted(List<FigureChange> figures) {
        return figures.stream().sorted(Comparator.comparing(FigureChange::mart)
                .thenComparing(FigureChange::laestab, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(FigureChange::isLabel).thenComparing(FigureChange::measure).thenComparing(FigureChange::column)).toList();
    }

    private static TreeSet<String> marts(Path before, Path after) {
        TreeSet<String> names = new TreeSet<>();
        Stream.of(before, after).flatMap(folder -> Folders.list(folder).stream()).map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(ENDING)).forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
        return names;
    }
}

package org.bellwether.release.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        this(connection, home, ConfigFiles.of(project, home.config()));
    }

    private ReleaseComparison(Connection connection, Home home, ConfigFiles config) {
        this(connection, home, ContractCatalog.load(config), MeasureCatalog.load(config), config);
    }

    private ReleaseComparison(Connection connection, Home home, ContractCatalog contracts, MeasureCatalog measures, ConfigFiles config) {
        this(connection, home, contracts, measures, DisclosureConfig.load(config, measures));
    }

    /** By what is read of the config already. */
    public ReleaseComparison(Connection connection, Home home, ContractCatalog contracts, MeasureCatalog measures, DisclosureConfig disclosure) {
        this.connection = connection;
        this.home = home;
        this.contracts = contracts;
        this.measures = measures;
        this.disclosure = disclosure;
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
        List<FigureChange> figures = figures(isRestricted ? ReleaseFolder::marts : ReleaseFolder::publishedMarts, before, after, columns,
                (change, shape, isTarget) -> change.because(reasons.of(change, shape, isTarget)));
        return new ReleaseDifference(new Side(from.release(), from.asOf()), new Side(to.release(), to.asOf()),
                isRestricted ? "restricted" : "published", submissions, definitions.reasons(), columns, figures);
    }

    /**
     * What readers of the published tier may know of it: how published figures differ, and of why, what differs for the authority as a whole. It rests on the
     * two releases alone, and on no row and no submission: that of one school nothing has come would say of a figure which is newly hidden that it is
     * what it was.
     *
     * @param from of the release before
     * @param to   of the other, as far as it is known
     */
    public PublishedChanges forReaders(ReleaseFolder before, Manifest from, ReleaseFolder after, Manifest to) throws SQLException, IOException {
        List<String> returns = otherReturns(from, to);
        KeptModels models = KeptModels.read(after.models());
        DefinitionChanges definitions = DefinitionChanges.between(KeptModels.read(before.models()), models);
        ChangeReasons reasons = new ChangeReasons(contracts, measures, returns.stream().map(SubmissionChange::ofReturn).toList(), definitions,
                new ChangeLineage(connection, models.composed(), ChangeLineage.Passage.ANY), !from.asOf().equals(to.asOf()));
        List<ColumnChange> columns = new ArrayList<>();
        List<FigureChange> figures = figures(ReleaseFolder::publishedMarts, before, after, columns,
                (change, shape, isTarget) -> change.withoutHidden().because(reasons.of(change.ofAnySchool(), shape, isTarget)));
        return PublishedChanges.between(new Side(from.release(), from.asOf()), returns, definitions.reasons(), columns, figures);
    }

    /** Returns of which other submissions are in use. */
    private static List<String> otherReturns(Manifest from, Manifest to) {
        Map<String, List<String>> earlier = from.live() == null ? Map.of() : from.live();
        Map<String, List<String>> later = to.live() == null ? Map.of() : to.live();
        TreeSet<String> names = new TreeSet<>(earlier.keySet());
        names.addAll(later.keySet());
        return names.stream().filter(name -> !Set.copyOf(earlier.getOrDefault(name, List.of())).equals(Set.copyOf(later.getOrDefault(name, List.of())))).toList();
    }

    /** Says why cells of a mart differ. */
    @FunctionalInterface
    private interface Explanation {
        FigureChange of(FigureChange change, MartDisclosure shape, boolean isTarget) throws SQLException;
    }

    /** @param columns gets what differs between the columns of marts */
    private List<FigureChange> figures(Function<ReleaseFolder, Path> tier, ReleaseFolder before, ReleaseFolder after, List<ColumnChange> columns, Explanation why)
            throws SQLException {
        List<FigureChange> figures = new ArrayList<>();
        for (String mart : marts(tier.apply(before), tier.apply(after))) {
            Path earlier = tier.apply(before).resolve(mart + ENDING);
            Path later = tier.apply(after).resolve(mart + ENDING);
            Map<String, String> columnsBefore = MartComparison.columns(connection, earlier);
            Map<String, String> columnsAfter = MartComparison.columns(connection, later);
            columns.addAll(MartComparison.columnChanges(mart, columnsBefore, columnsAfter));
            MartDisclosure shape = disclosure.marts().get(mart);
            if (shape != null && !columnsBefore.isEmpty() && !columnsAfter.isEmpty()) {
                for (MartComparison.Cells cells : new MartComparison(connection, mart, shape, measures.codesByColumn(mart)).cells(earlier, later)) {
                    figures.add(why.of(cells.change(), shape, cells.isTargetChanged() || !columnsAfter.containsKey("target")));
                }
            }
        }
        return sorted(figures);
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

package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.literal;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseInput;

/**
 * When published figures move: two releases that tell of the same children on two days may tell of a child between them.
 *
 * <p>Rows of the authority as a whole move at one step and all others at another. Between its points a row stands as the release before
 * published it, with the day up to which it was known; what is new waits for the next point. Marts that tell of no pupil move with every
 * release, and so does a mart whose columns have changed, and everything where another version of the rules has chosen what is published.
 */
public final class PublicationGrid {

    /** How far points are apart. */
    public enum Step {
        /** Every release. */
        NIGHT("null"),
        /** Mondays. */
        WEEK("date_trunc('week', london_date(timestamp %s))"),
        /** The last day of a half term. */
        HALF_TERM("(select max(last_day) from (select max(date) as last_day from core.dim_date where half_term is not null group by time_period, half_term)"
                + " where last_day < london_date(timestamp %s))");

        private final String point;

        Step(String point) {
            this.point = point;
        }
    }

    /**
     * @param open   of rows to which no threshold applies
     * @param closed of all others
     */
    public record Steps(@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Step open,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Step closed) {

        public Steps {
            open = open == null ? Step.NIGHT : open;
            closed = closed == null ? Step.NIGHT : closed;
        }
    }

    private static final String ALL = "true";
    private static final String NONE = "false";

    private final Optional<Release> before;
    private final Optional<Manifest> manifest;
    private final Optional<Path> shownBefore;
    private final boolean openStands;
    private final boolean closedStands;
    private final Map<String, Path> rowsBefore;

    /**
     * @param before      the release that readers have
     * @param shownBefore what is kept of what they have seen
     * @param asOf        when what is to be published was known
     */
    public PublicationGrid(Connection connection, DisclosureConfig config, Optional<Release> before, Optional<Path> shownBefore, Instant asOf)
            throws SQLException {
        this.before = before;
        this.shownBefore = shownBefore;
        this.manifest = before.flatMap(release -> Manifest.readWhole(release.folder()));
        this.rowsBefore = Map.of();
        Optional<Instant> then = manifest.filter(told -> config.version().equals(told.run().get(ReleaseInput.DISCLOSURE))).map(Manifest::asOf);
        this.closedStands = then.isPresent() && isOnePoint(connection, config.grid().closed(), then.get(), asOf);
        this.openStands = closedStands && isOnePoint(connection, config.grid().open(), then.get(), asOf);
    }

    private PublicationGrid(PublicationGrid other, Map<String, Path> rowsBefore, boolean stands) {
        this.before = other.before;
        this.manifest = other.manifest;
        this.shownBefore = other.shownBefore;
        this.rowsBefore = rowsBefore;
        this.openStands = other.openStands && stands;
        this.closedStands = other.closedStands && stands;
    }

    /**
     * This grid for these marts as they are published: where one of them cannot stand, since the file of the release before is damaged or has
     * other columns, all of them move, as what is hidden in one follows from what is shown in another.
     */
    public PublicationGrid of(Connection own, Map<Table, MartDisclosure> published) throws SQLException {
        Map<String, Path> rows = new HashMap<>();
        boolean stands = closedStands;
        for (Map.Entry<Table, MartDisclosure> mart : published.entrySet()) {
            if (stands && mart.getValue().threshold() > 0) {
                Optional<Path> file = fileBefore(own, mart.getKey());
                file.ifPresent(found -> rows.put(mart.getKey().name(), found));
                stands = file.isPresent();
            }
        }
        return new PublicationGrid(this, rows, stands);
    }

    private static boolean isOnePoint(Connection connection, Step step, Instant then, Instant now) throws SQLException {
        return step != Step.NIGHT && Sql.queryLong(connection, "select coalesce(" + step.point.formatted(literal(utc(then))) + " = "
                + step.point.formatted(literal(utc(now))) + ", false)::integer") == 1;
    }

    private static String utc(Instant instant) {
        return instant.toString().replace("T", " ").replace("Z", "");
    }

    public Optional<Release> before() {
        return before;
    }

    /** What is kept of what readers have seen. */
    public Optional<Path> shownBefore() {
        return shownBefore;
    }

    /** The condition on rows of the published mart that stand as they were. */
    public String stands(MartDisclosure disclosure) {
        if (disclosure.threshold() == 0 || !closedStands) {
            return NONE;
        }
        return openStands || disclosure.open().equals(NONE) ? ALL : disclosure.isClosed();
    }

    /** Whether what is hidden is chosen anew. */
    public boolean isChosenAnew() {
        return !closedStands;
    }

    /** What was hidden in the release before; empty where what is hidden is chosen anew. */
    public List<Manifest.Suppression> suppressedBefore() {
        return isChosenAnew() ? List.of() : manifest.map(Manifest::suppressed).orElse(List.of());
    }

    /** The file of the release before, where it stands as a whole. */
    public Optional<Path> standing(Table published, MartDisclosure disclosure) {
        return stands(disclosure).equals(ALL) ? Optional.of(rowsBefore.get(published.name())) : Optional.empty();
    }

    /** @param rows of the mart as they would be published today */
    public String rows(Table published, MartDisclosure disclosure, String rows) {
        String stands = stands(disclosure);
        return stands.equals(NONE) ? rows
                : "select " + published.columnList() + " from (" + rows + ") as today where not (" + stands + ") union all select " + published.columnList()
                        + " from read_parquet(" + literal(rowsBefore.get(published.name()).toString()) + ") as before where " + stands;
    }

    /** The file of the release before, where it is whole and has the same columns. */
    private Optional<Path> fileBefore(Connection own, Table published) throws SQLException {
        Path file = before.orElseThrow().folder().publishedMarts().resolve(published.name() + ".parquet");
        String name = Folders.name(before.get().folder().root(), file);
        Optional<String> hash = manifest.orElseThrow().files().stream().filter(one -> one.path().equals(name)).map(Manifest.File::hash).findFirst();
        if (!Files.isRegularFile(file) || hash.isEmpty() || !hash.get().equals(Sql.sha256(own, file))) {
            return Optional.empty();
        }
        List<String> columns = Sql.query(own, "describe select * from read_parquet(" + literal(file.toString()) + ")",
                row -> row.getString(1) + " " + row.getString(2));
        return columns.equals(published.columns().stream().map(column -> column.name() + " " + column.type()).toList()) ? Optional.of(file) : Optional.empty();
    }
}

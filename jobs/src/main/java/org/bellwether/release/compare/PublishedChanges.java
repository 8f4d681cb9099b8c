package org.bellwether.release.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.bellwether.engine.Sql;
import org.bellwether.release.compare.ReleaseDifference.ColumnChange;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.compare.ReleaseDifference.Side;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;

/**
 * What readers of a release are told of how it differs from the one that they had before. It is kept with the release, since the one before may be pruned.
 *
 * @param since   the release before; null for the first, and where nothing is known of it
 * @param returns of which other submissions are in use
 * @param definitions what else made the two differ
 * @param figures published ones that differ; of one that is hidden in either, no value
 */
public record PublishedChanges(State state, Side since, List<String> returns, List<Reason> definitions, List<ColumnChange> columns, List<FigureChange> figures) {

    /** Whether there was anything to compare with. */
    public enum State { FIRST, COMPARED, NOT_COMPARABLE }

    public static PublishedChanges first() {
        return new PublishedChanges(State.FIRST, null, List.of(), List.of(), List.of(), List.of());
    }

    /** Where the release before has been pruned or damaged. */
    public static PublishedChanges notComparable() {
        return new PublishedChanges(State.NOT_COMPARABLE, null, List.of(), List.of(), List.of(), List.of());
    }

    static PublishedChanges between(Side since, List<String> returns, List<Reason> definitions, List<ColumnChange> columns, List<FigureChange> figures) {
        return new PublishedChanges(State.COMPARED, since, returns, definitions, columns, figures);
    }

    /** What the release says of itself, where all that is compared is as it was published. */
    public static Optional<Manifest> comparable(Connection connection, ReleaseFolder before) throws SQLException {
        Optional<Manifest> manifest = before.isWhole() ? Manifest.readWhole(before) : Optional.empty();
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        for (Manifest.File file : manifest.get().files()) {
            Path path = before.root().resolve(file.path());
            boolean isCompared = path.equals(before.models()) || path.startsWith(before.publishedMarts());
            if (isCompared && (!Files.isRegularFile(path) || !Sql.sha256(connection, path).equals(file.hash()))) {
                return Optional.empty();
            }
        }
        return manifest;
    }
}

package org.bellwether.release.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of one release, finished or being written: where each of its files lives. */
public record ReleaseFolder(Path root) {

    private static final String CHANGES = "changes";

    /** What is granted apart: all that has not been through disclosure control. */
    public Path restricted() {
        return root.resolve("restricted");
    }

    /** Pupil rows, pseudonymised. */
    public Path core() {
        return root.resolve("restricted/core");
    }

    public Path coreDatabase() {
        return core().resolve("warehouse.duckdb");
    }

    /** A script that gives schema {@code core} to a DuckDB session started in the folder it lies in. */
    public Path attachScript() {
        return core().resolve("attach.sql");
    }

    /** Unsuppressed marts; no pupil rows. */
    public Path marts() {
        return root.resolve("restricted/marts");
    }

    public Path martsDatabase() {
        return marts().resolve("marts.duckdb");
    }

    public Path models() {
        return root.resolve("restricted/models.zip");
    }

    /** What readers of the published tier have seen, up to this release. */
    public Path shownBefore() {
        return root.resolve("restricted/shown_before.parquet");
    }

    /** What has been through disclosure control, and nothing else. */
    public Path published() {
        return root.resolve("published");
    }

    public Path publishedMarts() {
        return published().resolve("marts");
    }

    public Path publishedDimensions() {
        return published().resolve("dims");
    }

    public Path publishedDatabase() {
        return published().resolve("marts.duckdb");
    }

    public Path ees() {
        return published().resolve("ees");
    }

    public Path dataPackage() {
        return published().resolve("datapackage.json");
    }

    /** An Open Data Contract of each published mart, {@code <mart>.odcs.yaml}. */
    public Path contracts() {
        return published().resolve("contracts");
    }

    /** A Power BI project over the published files. */
    public Path powerBi() {
        return published().resolve("powerbi");
    }

    /** Pages on every table, column and measure. */
    public Path catalogue() {
        return published().resolve("catalogue");
    }

    /** What has changed since the release before, of published figures alone. */
    public Path changes() {
        return catalogue().resolve(CHANGES + ".json");
    }

    /** Pages for people. */
    public Path report() {
        return published().resolve("report");
    }

    /** The same before disclosure control. */
    public Path restrictedReport() {
        return restricted().resolve("report");
    }

    /** Folders of pages, whether they are there or not. */
    public List<Path> pages() {
        return List.of(catalogue(), report(), restrictedReport());
    }

    /** @param path of a file of a release, below its folder */
    public static boolean isPage(String path) {
        return path.matches("(published|restricted)/(assets|catalogue|report)/.*");
    }

    /** Whether the file says how the release differs from the one before: that is no content of its own, which may be published again after another. */
    public static boolean isOfChanges(String path) {
        return path.startsWith("published/catalogue/" + CHANGES + ".");
    }

    /** The Parquet file with the rows of one of the tables of a database of this release. */
    public Path rows(Path database, String table) {
        String file = table + ".parquet";
        if (!database.equals(publishedDatabase())) {
            return database.resolveSibling(file);
        }
        Path mart = publishedMarts().resolve(file);
        return Files.exists(mart) ? mart : publishedDimensions().resolve(file);
    }

    public List<Path> databases() {
        return List.of(coreDatabase(), martsDatabase(), publishedDatabase());
    }

    /** All that the release says of itself; of one that an earlier version made, and to who may not enter the restricted tier, what lies beside the published tier. */
    public Path manifest() {
        Path whole = root.resolve("restricted/manifest.json");
        return Files.exists(readersManifest()) && !Files.exists(whole) ? readersManifest() : whole;
    }

    /** What it says to readers of the published tier: nothing of what lies in the restricted one, by which a guess could be confirmed. */
    public Path readersManifest() {
        return root.resolve("manifest.json");
    }

    /** Whether readers can use it: a pruned release has only its manifest and its models. */
    public boolean isWhole() {
        return Files.exists(manifest()) && Files.isDirectory(published());
    }
}

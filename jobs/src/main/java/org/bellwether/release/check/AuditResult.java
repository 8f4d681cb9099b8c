package org.bellwether.release.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellwether.release.store.Manifest;
import org.bellwether.warehouse.audit.Audit;

/**
 * What an audit of a release has found.
 *
 * @param rows how many; 0 where it has passed
 * @param first some of them, a line each, fit to be shown
 * @param file where they are kept; null where there are none, or where they could not be kept
 */
public record AuditResult(Audit audit, long rows, List<String> first, Path file) {

    static final int SHOWN = 10;
    private static final String INDENT = "    ";

    public boolean hasRows() {
        return rows > 0;
    }

    public boolean hasFailed() {
        return hasRows() && audit.severity() == Audit.Severity.FAIL;
    }

    public boolean isHolding() {
        return hasRows() && audit.severity() == Audit.Severity.HOLD;
    }

    /** PASS, WARN, HOLD or FAIL. */
    public String outcome() {
        return hasRows() ? audit.severity().name() : "PASS";
    }

    /** Which audit, what its rows mean, how many they are and where they are kept. */
    public String sentence() {
        return String.format(Locale.ROOT, "%s: %s (%,d rows, %s)", audit.name(), audit.message(), rows,
                file == null ? "which could not be kept" : "kept in " + file);
    }

    /** All that a person has to know, with the first rows. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(sentence(), INDENT + "why: " + audit.why(), INDENT + "matters: " + audit.matters(),
                INDENT + "resolve: " + audit.resolve()));
        first.forEach(row -> lines.add(INDENT + row));
        if (rows > first.size()) {
            lines.add(String.format(Locale.ROOT, "%s… and %,d more", INDENT, rows - first.size()));
        }
        return lines;
    }

    public Manifest.Audit forManifest() {
        return new Manifest.Audit(audit.name(), audit.message(), outcome(), rows);
    }
}

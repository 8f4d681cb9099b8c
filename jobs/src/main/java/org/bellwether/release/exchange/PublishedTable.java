package org.bellwether.release.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.figure.Measure;

/**
 * A published mart or dimension with what other people's tools ask of it.
 *
 * @param disclosure what may be seen of a mart; empty for a dimension
 * @param key        columns by which a row is one; empty where nobody says
 * @param measures   by column, that which it shows
 */
public record PublishedTable(Table table, Optional<MartDisclosure> disclosure, List<String> key, List<Publication.Reference> references,
        Map<String, Measure> measures) {

    public boolean isMart() {
        return disclosure.isPresent();
    }

    public String name() {
        return table.name();
    }

    /** What it is, in words; its name where it has no comment. */
    public String about() {
        return table.comment() == null ? name() : table.comment();
    }

    /** Its file, from the folder of the published tier. */
    public String path() {
        return (isMart() ? "marts/" : "dims/") + name() + ".parquet";
    }

    /** Whether the column says how the figure beside it stands. */
    public boolean isStatus(Table.Column column) {
        return disclosure.isPresent() && disclosure.get().figures().stream().anyMatch(figure -> Table.statusOf(figure).equals(column.name()));
    }
}

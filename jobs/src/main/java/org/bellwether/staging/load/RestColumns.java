package org.bellwether.staging.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.Located;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileProfile;
import org.bellwether.intake.profile.RefusedException;
import org.bellwether.staging.session.StagingSession;

/**
 * Tells measures from other columns among those that a contract does not name.
 *
 * <p>A column of texts splits the figures of a file by something: unread, each of its rows would stand for all pupils. A column of
 * numbers that no one knows may be anything, and is left out.
 */
final class RestColumns {

    private static final String SPLITS = "FILE-070";

    private final StagingSession session;
    private final TableContract.Rest rest;
    private final CodeSet known;
    private final String symbols;

    RestColumns(StagingSession session, ContractCatalog catalog, TableContract.Rest rest) {
        this.session = session;
        this.rest = rest;
        this.known = catalog.codeSet(rest.known());
        this.symbols = catalog.codeSet(rest.symbols()).rows().stream().map(row -> Sql.literal(row.get("code")))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** How many values of a column are numbers, and how many are neither that nor a symbol. */
    private record Held(long numbers, long texts) {
    }

    /**
     * Where the measures stand, each under the name that is known of it; what is left out is among the extras.
     *
     * @param raw table of texts {@code (source_line, c0, c1, …)}
     * @throws RefusedException naming the columns that split the figures
     */
    Located settle(Located located, String raw, FileProfile profile) throws SQLException {
        Map<String, Held> held = held(located, raw);
        Map<String, Integer> measures = new LinkedHashMap<>();
        List<String> extras = new ArrayList<>(located.extras());
        TreeSet<String> splitting = new TreeSet<>();
        located.rest().forEach((header, place) -> {
            Held values = held.get(header);
            Optional<String> exact = known.like(header, false);
            if (exact.isPresent() || known.like(header, true).isPresent() && values.texts() <= values.numbers()) {
                measures.put(exact.orElse(header), place);
            } else if (values.texts() > 0) {
                splitting.add(header);
            } else {
                extras.add(header);
            }
        });
        if (!splitting.isEmpty()) {
            throw new RefusedException(FileError.at(SPLITS, profile.file(), 1, String.join(", ", splitting)));
        }
        return new Located(located.positions(), measures, located.missing(), located.duplicates(), extras);
    }

    private Map<String, Held> held(Located located, String raw) throws SQLException {
        List<String> headers = List.copyOf(located.rest().keySet());
        String counts = headers.stream().map(header -> counts("trim(c" + located.rest().get(header) + ")"))
                .collect(Collectors.joining(", "));
        Map<String, Held> held = new LinkedHashMap<>();
        Sql.query(session.connection(), "select " + counts + " from " + raw, row -> {
            for (int i = 0; i < headers.size(); i++) {
                held.put(headers.get(i), new Held(row.getLong(2 * i + 1), row.getLong(2 * i + 2)));
            }
            return row;
        });
        return held;
    }

    private String counts(String text) {
        String number = "try_cast(replace(" + text + ", ',', '') as double)";
        return "count(" + number + "), count(*) filter (where " + text + " <> '' and " + number + " is null and lower(" + text + ") not in "
                + symbols + ")";
    }
}

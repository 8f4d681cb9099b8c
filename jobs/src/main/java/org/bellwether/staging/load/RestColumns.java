package org.bellwether.staging.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.Headers;
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
 * <p>A column may split the figures of a file by something: unread, each of its rows would stand for all pupils. Published tables have
 * what splits them before what they measure, so that whatever stands there and is not known is taken for it, as is a column of texts and
 * one whose name is that of a filter, wherever it stands. Another column of numbers that no one knows is left out.
 */
final class RestColumns {

    private static final String SPLITS = "FILE-070";
    private static final String TWICE = "FILE-014";
    /** In how many of its values a measure may be wrong that is known by the beginning of its name alone. */
    private static final int ONE_IN = 10;
    private static final Pattern FILTER = Pattern.compile("(.*[^a-z])?(band|banding|decile|quintile|quartile|group|grouping|category|type|status|code|flag)s?([^a-z].*)?");
    private static final String COUNTED = "number";
    /** Names of which the beginning or the end alone is known, and that do not say what they count: a day's number, a count of weeks. */
    private static final Pattern VAGUE = Pattern.compile("(num|days|pupil(?!s)).*|.*(number|count)");
    private static final Pattern COUNTS = Pattern.compile("num(pupil|school|session|enrolment)s.*|.*(pupil|school|session|enrolment|headcount)s?(number|count)");
    /** Whole numbers up to which pupils may be grouped by: weeks, days, ages, deciles. */
    private static final int GROUPS_TO = 100;

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

    /** How many values of a column are anything, how many of these numbers, how many neither that nor a symbol, and how many small whole numbers. */
    private record Held(long values, long numbers, long texts, long small) {
    }

    /**
     * Where the measures stand, each under the name that is known of it; what is left out is among the extras.
     *
     * @param raw table of texts {@code (source_line, c0, c1, …)}
     * @throws RefusedException naming the columns that split the figures, or tell one measure twice
     */
    Located settle(Located located, String raw, FileProfile profile) throws SQLException {
        Map<String, Held> held = held(located, raw);
        Map<String, Integer> measures = new LinkedHashMap<>();
        Map<String, List<String>> headers = new TreeMap<>();
        int exact = located.rest().entrySet().stream().filter(one -> known.like(one.getKey(), false).isPresent()).mapToInt(Map.Entry::getValue).min().orElse(-1);
        located.rest().forEach((header, place) -> measure(header, held.get(header), place > exact).ifPresent(name -> {
            measures.put(name, place);
            headers.computeIfAbsent(known.says(name, rest.into()).orElse(name).toLowerCase(Locale.ROOT), any -> new ArrayList<>()).add(header);
        }));
        headers.values().stream().filter(alike -> alike.size() > 1).findFirst().ifPresent(alike -> {
            throw new RefusedException(FileError.at(TWICE, profile.file(), 1, String.join(" and ", alike)));
        });
        int first = measures.values().stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
        List<String> extras = new ArrayList<>(located.extras());
        TreeSet<String> splitting = new TreeSet<>();
        located.rest().forEach((header, place) -> {
            Held values = held.get(header);
            if (measures.containsValue(place)) {
                return;
            }
            if (values.values() > 0 && (place < first || values.texts() > 0 || isFilter(header))) {
                splitting.add(header);
            } else if (values.values() > 0 || !located.isUnnamed(header)) {
                extras.add(header);
            }
        });
        if (!splitting.isEmpty()) {
            throw new RefusedException(FileError.at(SPLITS, profile.file(), 1, String.join(", ", splitting)));
        }
        return new Located(located.positions(), measures, located.missing(), located.duplicates(), extras);
    }

    /**
     * The name by which the measure of the header is known; empty where it is none.
     *
     * @param isBehind whether it stands behind the first that is known by its whole name; before it a number is what pupils are grouped by
     */
    private Optional<String> measure(String header, Held values, boolean isBehind) {
        Optional<String> exact = known.like(header, false);
        boolean isLike = known.like(header, true).isPresent() && !isFilter(header) && (isBehind || !isGroup(Headers.normal(header), values))
                && ONE_IN * values.texts() <= values.numbers();
        return exact.or(() -> isLike ? Optional.of(header) : Optional.empty());
    }

    private static boolean isGroup(String name, Held values) {
        return name.startsWith(COUNTED) || values.numbers() > 0 && values.small() == values.numbers() && VAGUE.matcher(name).matches() && !COUNTS.matcher(name).matches();
    }

    private static boolean isFilter(String header) {
        return FILTER.matcher(header.toLowerCase(Locale.ROOT)).matches();
    }

    private Map<String, Held> held(Located located, String raw) throws SQLException {
        List<String> headers = List.copyOf(located.rest().keySet());
        String counts = headers.stream().map(header -> counts("trim(c" + located.rest().get(header) + ")"))
                .collect(Collectors.joining(", "));
        Map<String, Held> held = new LinkedHashMap<>();
        Sql.query(session.connection(), "select " + counts + " from " + raw, row -> {
            for (int i = 0; i < headers.size(); i++) {
                held.put(headers.get(i), new Held(row.getLong(4 * i + 1), row.getLong(4 * i + 2), row.getLong(4 * i + 3), row.getLong(4 * i + 4)));
            }
            return row;
        });
        return held;
    }

    private String counts(String text) {
        String number = "try_cast(replace(" + text + ", ',', '') as double)";
        return "count(*) filter (where " + text + " <> ''), count(" + number + "), count(*) filter (where " + text + " <> '' and " + number + " is null and lower(" + text + ") not in "
                + symbols + "), count(*) filter (where " + number + " between 0 and " + GROUPS_TO + " and " + number + " % 1 = 0)";
    }
}

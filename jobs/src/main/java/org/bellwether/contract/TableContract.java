package org.bellwether.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One table of a return.
 *
 * @param files globs on the file name, without .gz, in any case
 * @param signature headers that must all be there for a file to be recognised by its header
 * @param without headers that make a file something else
 * @param keys columns that name a row; empty where a row has no name
 * @param keyRule names the second row of a key
 * @param columns by name, in the order of the contract
 * @param absent columns of other versions of the contract: always null, so that rules and models may name them
 * @param rest columns that the contract does not name and that are measures become long rows
 * @param ignore globs of known headers that are never staged
 * @param parent the table of the same set whose row each row belongs to
 * @param stages staged table that it feeds; empty where its rows are judged and then dropped
 * @param derives staged columns that sql/staged adds
 * @param repeats what becomes of rows that tell the same thing twice; empty where the keys say it
 * @param named what the name of a file says of columns that the file itself may lack
 * @param grain what a row of the staged table is; empty where it is the return's
 * @param says what its staged columns are, by their names
 * @param sheets where workbooks that others publish have its columns
 */
public record TableContract(String name, List<String> files, List<String> signature, List<String> without,
        List<String> keys, String keyRule, Map<String, Column> columns, Map<String, Column> absent,
        Optional<Rest> rest, List<String> ignore, Optional<Parent> parent, Optional<String> stages,
        List<String> derives, Optional<Repeats> repeats, List<Named> named, Optional<String> grain, Map<String, String> says,
        List<SheetLayout> sheets) {

    /** Column of the school that a row is of. */
    public static final String LAESTAB = "laestab";

    /** What a column is called whose header is blank. */
    static final String UNNAMED = "column %d, which has no name";

    /**
     * Rows of one file that tell the same thing twice: the later one counts, and the earlier is staged as superseded.
     *
     * @param by staged columns that are equal
     * @param latest column that says which was told last
     * @param differs column that must be equal where that is not known
     * @param rule that rejects them where it is not
     */
    public record Repeats(List<String> by, String latest, String differs, String rule) {
    }

    /**
     * Every measure that is not named becomes a row: its header in {@code into}, its text in {@code value}.
     *
     * @param known code set of measures, each a header or a glob of headers
     * @param symbols code set of what stands where there is no number
     */
    public record Rest(String into, String value, String known, String symbols) {
    }

    /** Files whose name says what every row of them is: the text of these columns, where the file has no such column. */
    public record Named(List<String> files, Map<String, String> columns) {

        boolean fits(String fileName) {
            return files.stream().anyMatch(glob -> Headers.matches(glob, fileName));
        }
    }

    /** The other table, and the columns of that name on both sides that link the two. */
    public record Parent(String table, List<String> by) {
    }

    public TableContract {
        files = List.copyOf(files);
        signature = List.copyOf(signature);
        without = List.copyOf(without);
        keys = List.copyOf(keys);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
        ignore = List.copyOf(ignore);
        derives = List.copyOf(derives);
        named = List.copyOf(named);
        says = Map.copyOf(says);
        sheets = List.copyOf(sheets);
    }

    /** The table as it holds for a file of this name. */
    public TableContract of(String fileName) {
        Map<String, Column> said = new LinkedHashMap<>(columns);
        named.stream().filter(name -> name.fits(fileName)).forEach(name ->
                name.columns().forEach((column, text) -> said.put(column, said.get(column).without(text))));
        return new TableContract(this.name, files, signature, without, keys, keyRule, said, absent, rest, ignore, parent, stages, derives,
                repeats, named, grain, says, sheets);
    }

    /** Names of the columns that this table stages when no model of sql/staged says otherwise, and those one adds. */
    public Set<String> stagedNames() {
        Set<String> names = new LinkedHashSet<>(derives);
        columns.values().stream().filter(Column::staged).map(Column::stagedName).forEach(names::add);
        rest.ifPresent(columnsOf -> names.addAll(List.of(columnsOf.into(), columnsOf.value())));
        return names;
    }

    /** Columns with a name, as rules and models see them: those in force, then the absent ones. */
    public Map<String, Column> everyColumn() {
        Map<String, Column> every = new LinkedHashMap<>(columns);
        absent.forEach(every::putIfAbsent);
        return every;
    }

    /** Finds each column by any of its headers, in any order; spaces, underscores, case and byte order mark aside. */
    public Located locate(List<String> header) {
        Map<String, Column> known = columnsByHeader();
        Map<String, Integer> positions = new LinkedHashMap<>();
        Map<String, Integer> others = new LinkedHashMap<>();
        List<String> duplicates = new ArrayList<>();
        List<String> extras = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < header.size(); place++) {
            String written = Headers.clean(header.get(place));
            String normal = Headers.normal(written);
            Column column = known.get(normal);
            if (column != null && positions.putIfAbsent(column.name(), place) != null) {
                duplicates.add(written);
            } else if (column == null && !normal.isEmpty() && !seen.add(normal)) {
                duplicates.add(written);
            } else if (column == null && !isIgnored(normal)) {
                if (rest.isPresent()) {
                    others.put(normal.isEmpty() ? UNNAMED.formatted(place + 1) : written, place);
                } else {
                    extras.add(written);
                }
            }
        }
        List<String> missing = columns.values().stream()
                .filter(column -> column.required() && !positions.containsKey(column.name()))
                .map(Column::header)
                .toList();
        return new Located(positions, others, missing, List.copyOf(duplicates), List.copyOf(extras));
    }

    /** How many headers are columns, or -1 where one of the signature is lacking or one of {@code without} is there. */
    public int signatureMatch(List<String> header) {
        if (signature.isEmpty() || isExcludedBy(header) || !lacking(header).isEmpty()) {
            return -1;
        }
        Map<String, Column> known = columnsByHeader();
        return (int) header.stream().map(Headers::normal).distinct().map(known::get).filter(Objects::nonNull).map(Column::name).distinct().count();
    }

    /** Columns of the signature that the header does not have under any of their names. */
    public List<String> lacking(List<String> header) {
        Map<String, Column> known = columnsByHeader();
        Set<String> present = header.stream().map(Headers::normal).collect(Collectors.toSet());
        Set<String> columns = present.stream().map(known::get).filter(Objects::nonNull).map(Column::name).collect(Collectors.toSet());
        return signature.stream().filter(wanted -> {
            Column column = known.get(Headers.normal(wanted));
            return column == null ? !present.contains(Headers.normal(wanted)) : !columns.contains(column.name());
        }).toList();
    }

    public boolean isExcludedBy(List<String> header) {
        Set<String> present = new HashSet<>();
        header.forEach(name -> present.add(Headers.normal(name)));
        return without.stream().map(Headers::normal).anyMatch(present::contains);
    }

    public boolean isIgnored(String normalHeader) {
        return ignore.stream().anyMatch(glob -> Headers.matches(Headers.normal(glob), normalHeader));
    }

    public Map<String, Column> columnsByHeader() {
        Map<String, Column> known = new HashMap<>();
        columns.values().forEach(column ->
                column.headers().forEach(header -> known.put(Headers.normal(header), column)));
        return known;
    }
}

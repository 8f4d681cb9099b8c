package org.bellwether.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the columns of a contract stand in the header of one file.
 *
 * @param positions column name to its place in the header, from 0
 * @param rest header as written (without byte order mark) to its place, of the columns that become long rows
 * @param missing headers of required columns that the file lacks
 * @param duplicates headers that stand for a column that another header already stands for
 * @param extras headers that the contract does not know; they are left out
 */
public record Located(Map<String, Integer> positions, Map<String, Integer> rest, List<String> missing,
        List<String> duplicates, List<String> extras) {

    /** Whether the header is blank, and the name of the rest one that stands for it. */
    public boolean isUnnamed(String header) {
        return rest.containsKey(header) && header.equals(TableContract.UNNAMED.formatted(rest.get(header) + 1));
    }

    /** Places in the header of everything that the contract wants of the file. */
    public List<Integer> places() {
        return Stream.concat(positions.values().stream(), rest.values().stream()).distinct().sorted().toList();
    }
}

package org.bellwether.staging.load;

import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.CensusXml;

/** A row of a census XML, from the start of its element to the end. */
final class CensusXmlRow {

    private final CensusXml.Row mapping;
    private final String element;
    private final long line;
    private final long pupil;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private long length;

    /**
     * @param line on which its element starts
     * @param pupil number of the pupil whom it is of, in the order of the file
     */
    CensusXmlRow(CensusXml.Row mapping, String element, long line, long pupil) {
        this.mapping = mapping;
        this.element = element;
        this.line = line;
        this.pupil = pupil;
    }

    /** Of a column that is there several times the first value counts. */
    void put(String leaf, Deque<String> ancestors, String value) {
        int time = times.merge(leaf + "/" + ancestors.peek(), 1, Integer::sum) - 1;
        mapping.column(leaf, ancestors, time).ifPresent(column -> {
            if (values.putIfAbsent(column, value) == null) {
                length += value.length();
            }
        });
    }

    String value(String column, String otherwise) {
        return values.getOrDefault(column, otherwise);
    }

    TableContract table() {
        return mapping.table();
    }

    String element() {
        return element;
    }

    long line() {
        return line;
    }

    long pupil() {
        return pupil;
    }

    /** Characters of all its values. */
    long length() {
        return length;
    }
}

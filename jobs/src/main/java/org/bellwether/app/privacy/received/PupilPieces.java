package org.bellwether.app.privacy.received;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a received file tells of a pupil.
 *
 * @param pieces stretches of the file's bytes, in order
 * @param lines  on which the rows begin that lie in them, by the table that they are rows of
 */
public record PupilPieces(List<Piece> pieces, Map<String, List<Long>> lines) {

    /**
     * Bytes from one to before another.
     *
     * @param isRow whether they are rows of the pupil, or rows of others that mention a UPN of the pupil
     */
    public record Piece(long from, long to, boolean isRow) {
    }

    public PupilPieces() {
        this(new ArrayList<>(), new TreeMap<>());
    }

    public void addRow(String table, long line, long from, long to) {
        addLine(table, line);
        pieces.add(new Piece(from, to, true));
    }

    public void addLine(String table, long line) {
        lines.computeIfAbsent(table, key -> new ArrayList<>()).add(line);
    }

    public void addMention(long from, long to) {
        pieces.add(new Piece(from, to, false));
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    public List<Long> linesOf(String table) {
        return lines.getOrDefault(table, List.of());
    }

    /** How many rows of the pupil. */
    public long rows() {
        return lines.values().stream().mapToLong(List::size).sum();
    }

    public static long rows(Collection<PupilPieces> files) {
        return files.stream().mapToLong(PupilPieces::rows).sum();
    }
}

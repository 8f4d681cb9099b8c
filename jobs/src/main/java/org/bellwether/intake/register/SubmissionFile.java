package org.bellwether.intake.register;

import java.util.List;

/**
 * One file of a submission.
 *
 * @param file name as received
 * @param table contract table it was read as; null where the file was not recognised
 * @param rows records behind the header; with {@code accepted} and {@code rejected} null where the file was refused
 *     before it could be counted, else {@code rows = accepted + rejected}
 * @param schools its rows by school as they were judged, with those that were erased since; null where it was refused, or judged by an earlier
 *     version
 * @param notes what was met on the way: a transcoded encoding, columns that no contract knows
 */
public record SubmissionFile(String file, String table, String sha256, long bytes, String encoding, Long rows,
        Long accepted, Long rejected, List<SchoolRows> schools, List<String> notes) {

    /** The same, of which nobody asks whose its rows are. */
    public SubmissionFile withoutSchools() {
        return answeredForBy(null);
    }

    /** The same with other schools. */
    public SubmissionFile answeredForBy(List<SchoolRows> others) {
        return new SubmissionFile(file, table, sha256, bytes, encoding, rows, accepted, rejected, others, notes);
    }

    /** The same content under the name that it came with another time. */
    public SubmissionFile named(String name) {
        return new SubmissionFile(name, table, sha256, bytes, encoding, rows, accepted, rejected, schools, notes);
    }
}

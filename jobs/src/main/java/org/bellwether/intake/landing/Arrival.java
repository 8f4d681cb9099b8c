package org.bellwether.intake.landing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bellwether.intake.profile.FileError;

/**
 * What came in together and is not judged yet.
 *
 * @param files names of the files, sorted; of what was in an archive with its name before them, {@code returns.zip/marks.csv}
 * @param carried names among them that were taken over from the last submission of the same set
 * @param archive number of the arrival whose archive they were in; null for files that came by themselves
 * @param error why an archive is refused, or what of it could not be had; else null
 */
public record Arrival(long number, Instant receivedAt, List<String> files, List<String> carried,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long archive, @JsonInclude(JsonInclude.Include.NON_NULL) FileError error) {

    /** Files that came by themselves. */
    public Arrival(long number, Instant receivedAt, List<String> files, List<String> carried) {
        this(number, receivedAt, files, carried, null, null);
    }

    /** The same with those files alone that are there. */
    Arrival of(List<String> present) {
        return new Arrival(number, receivedAt, present, carried, archive, error);
    }

    /** The same, of which something cannot be had. */
    Arrival refused(FileError why) {
        return new Arrival(number, receivedAt, files, carried, archive, why);
    }
}

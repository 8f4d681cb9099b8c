package org.bellwether.intake.archive;

import java.util.List;

/**
 * What an archive was whose files were received one by one; kept beside each of them, since the archive itself is not kept.
 *
 * @param file name as received
 * @param sha256 of its bytes, hex
 * @param members names of all files that were received from it
 * @param passedOver names of what file managers leave in archives, which nobody means to be received
 * @param refused what of it could not be had, each with its reason; where there is any the archive is kept among what was refused
 */
public record ArchiveRecord(String file, String sha256, long bytes, List<String> members, List<String> passedOver, List<String> refused) {

    public static final String FILE = "archive.json";
}

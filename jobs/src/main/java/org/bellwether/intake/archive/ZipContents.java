package org.bellwether.intake.archive;

import java.util.ArrayList;
import java.util.List;
import org.bellwether.intake.profile.FileError;

/**
 * What is in an archive.
 *
 * @param members files that can be had, in the order of their names
 * @param passedOver names of what nobody means to be received
 * @param faults why others cannot be had, each with the name of its file
 * @param unusable why nothing of it is taken, or null
 */
public record ZipContents(List<Member> members, List<String> passedOver, List<FileError> faults, FileError unusable) {

    static ZipContents unusable(FileError why) {
        return new ZipContents(List.of(), List.of(), List.of(), why);
    }

    /** The same without some of the files. */
    public ZipContents without(List<Member> left, String rule, String why, String archive) {
        List<Member> kept = new ArrayList<>(members);
        kept.removeAll(left);
        List<FileError> all = new ArrayList<>(faults);
        left.forEach(member -> all.add(FileError.of(rule, archive + "/" + member.name(), why)));
        return new ZipContents(List.copyOf(kept), passedOver, List.copyOf(all), unusable);
    }

    /** Names of the files that cannot be had. */
    public List<String> lacking() {
        return faults.stream().map(ZipContents::own).toList();
    }

    private static String own(FileError fault) {
        return fault.file().substring(fault.file().indexOf('/') + 1);
    }

    /** Why the archive is kept among what was refused: what of it could not be had; null where all of it could. */
    public FileError error(String archive) {
        if (unusable != null || faults.isEmpty()) {
            return unusable;
        }
        return faults.size() == 1 ? faults.get(0)
                : FileError.of(faults.get(0).rule(), archive, String.join("; ", refused()));
    }

    /** Each fault in a few words. */
    public List<String> refused() {
        return faults.stream().map(fault -> own(fault) + ": " + fault.detail()).toList();
    }
}

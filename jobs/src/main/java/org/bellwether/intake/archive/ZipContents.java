package org.bellwether.intake.archive;

import java.util.ArrayList;
import java.util.List;
import org.bellwether.intake.profile.FileError;

/**
 * What is in an archive.
 *
 * @param members files that can be had, in the order of their names
 * @param passedOver names of what nobody means to be received
 * @param faults why others cannot be had, each with the name of its file in the archive
 * @param unusable why nothing of it is taken, or null
 */
public record ZipContents(List<Member> members, List<String> passedOver, List<FileError> faults, FileError unusable) {

    /** Of which nothing is taken. */
    public static ZipContents unusable(FileError why) {
        return new ZipContents(List.of(), List.of(), List.of(), why);
    }

    /** The same without some of the files. */
    public ZipContents without(List<Member> left, String rule, String why) {
        List<Member> kept = new ArrayList<>(members);
        kept.removeAll(left);
        List<FileError> all = new ArrayList<>(faults);
        left.forEach(member -> all.add(FileError.of(rule, member.name(), why)));
        return new ZipContents(List.copyOf(kept), passedOver, List.copyOf(all), unusable);
    }

    /** Names of the files that cannot be had. */
    public List<String> lacking() {
        return faults.stream().map(FileError::file).toList();
    }

    /** Why the archive is kept among what was refused: what of it could not be had; null where all of it could. */
    public FileError error(String archive) {
        if (unusable != null) {
            return FileError.of(unusable.rule(), archive, unusable.detail());
        }
        if (faults.isEmpty()) {
            return null;
        }
        FileError first = faults.get(0);
        return faults.size() == 1 ? FileError.of(first.rule(), archive + "/" + first.file(), first.detail())
                : FileError.of(first.rule(), archive, String.join("; ", refused()));
    }

    /** Each fault in a few words. */
    public List<String> refused() {
        return faults.stream().map(fault -> fault.file() + ": " + fault.detail()).toList();
    }
}

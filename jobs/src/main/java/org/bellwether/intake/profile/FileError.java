package org.bellwether.intake.profile;

import org.bellwether.contract.Rule;

/**
 * Why a file or a submission is not taken in.
 *
 * @param rule id of the rule that says why and how to mend it
 * @param file name as received; null where the whole submission is meant
 * @param line first line concerned, from 1; null where no line is to blame
 * @param detail what a reader needs beyond the rule's own message; never a value of a pupil's
 * @param message what the rule says, and {@code remedy} how to mend it; null until {@link #explained}
 */
public record FileError(String rule, String file, Long line, String detail, String message, String remedy) {

    public static FileError of(String rule, String file, String detail) {
        return new FileError(rule, file, null, detail, null, null);
    }

    public static FileError at(String rule, String file, long line, String detail) {
        return new FileError(rule, file, line, detail, null, null);
    }

    /** The same in the words of its rule, for a record that is read without config. */
    public FileError explained(Rule reason) {
        String said = reason.message().replace("{line}", String.valueOf(line)).replace("{column}", detail == null ? "" : detail);
        return new FileError(rule, file, line, detail, said, reason.fix());
    }

    /** What happened and how to mend it, in one sentence; explained problems only. */
    public String sentence() {
        return message + (detail == null || message.contains(detail) ? "" : " (" + detail + ")") + "; " + remedy;
    }
}

package org.bellwether.release.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a release: the London date of its as-of, and a number that grows with every release of the home. */
public record ReleaseId(LocalDate asOf, int sequence) implements Comparable<ReleaseId> {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{4,})");

    /** Empty where the text has not the form of a release id. */
    public static Optional<ReleaseId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReleaseId(LocalDate.parse(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** In the order in which they were published, whatever date they tell of. */
    @Override
    public int compareTo(ReleaseId other) {
        return Integer.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%04d", asOf, sequence);
    }
}

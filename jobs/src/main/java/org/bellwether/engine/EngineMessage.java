package org.bellwether.engine;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be shown of what the engine says: its kind always, its words where they cannot quote a row. */
public final class EngineMessage {

    /** What stands before the first colon of the engine's messages. */
    private static final Pattern KIND = Pattern.compile("(?s)(?:.*?:\\s*)?([A-Z][A-Za-z]+(?: [A-Za-z]+)* Error):.*");

    /** Kinds that tell of values, and may quote them. */
    private static final Pattern OF_VALUES = Pattern.compile(
            "(?s).*?(?:(?:Conversion|Constraint|Out of Range|Mismatch Type|CSV) Error|Invalid Input Error: (?!No magic bytes|Failed to read file)).*");

    private static final Pattern OF_QUERY = Pattern.compile("(?s).*?(?:Binder|Parser|Catalog) Error.*");

    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private EngineMessage() {
    }

    /** Its kind, as Conversion Error, or the class of what is no error of the engine. */
    public static String kind(Throwable failure) {
        Matcher kind = KIND.matcher(failure instanceof SQLException && failure.getMessage() != null ? failure.getMessage() : "");
        return kind.matches() ? kind.group(1) : failure.getClass().getSimpleName();
    }

    /** Whether it tells of values and not of the machine or of a file. */
    public static boolean isOfValues(Throwable failure) {
        return failure instanceof SQLException && OF_VALUES.matcher(String.valueOf(failure.getMessage())).matches();
    }

    /** Whether it tells of the words of a query. */
    public static boolean isOfQuery(Throwable failure) {
        return failure instanceof SQLException && OF_QUERY.matcher(String.valueOf(failure.getMessage())).matches();
    }

    /** In one line, without a value: of what tells of values the kind alone, of anything else its words with what they quote left out. */
    public static String shown(Throwable failure) {
        String words = failure.getMessage();
        if (words == null || isOfValues(failure)) {
            return kind(failure);
        }
        String shown = LITERAL.matcher(words.lines().findFirst().orElse("")).replaceAll("'…'");
        return failure instanceof IllegalArgumentException || failure instanceof DateTimeException ? QUOTED.matcher(shown).replaceAll("\"…\"") : shown;
    }
}

package org.bellwether.warehouse.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a measure says of parts and coverage: names, numbers and the signs between them, which stand in SQL as they are. */
record Expression(String text) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern ALL = Pattern.compile("[a-z0-9_ .()+*<>=-]+");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "is", "null", "true", "false");

    boolean isWellFormed() {
        return ALL.matcher(text).matches();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            if (!KEYWORDS.contains(matcher.group())) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    /** Each name put into SQL; what is more than one name stands in brackets. */
    String sql(UnaryOperator<String> column) {
        String sql = NAME.matcher(text).replaceAll(found -> KEYWORDS.contains(found.group()) ? found.group()
                : Matcher.quoteReplacement(column.apply(found.group())));
        return NAME.matcher(text).matches() || text.matches("[0-9.]+") ? sql : "(" + sql + ")";
    }
}

package org.bellwether.warehouse.stated;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;

/**
 * What a document makes of its own figures.
 *
 * @param what in words
 * @param says what it says that they come to, to as many places as it says
 * @param of   SQL on the codes of stated figures that comes to it
 */
public record StatedCheck(String what, BigDecimal says, String of) {

    /** What the figures come to, as a number: a question of one row. */
    public String sql(Map<String, StatedFigure> stated) {
        String figures = stated.entrySet().stream().map(one -> one.getValue().value().toPlainString() + " as " + Sql.identifier(one.getKey()))
                .collect(Collectors.joining(", "));
        return "select cast(" + of + " as decimal(18, 6)) as comes_to from (select " + figures + ")";
    }

    /** Whether what they come to is what the document says, to as many places as it says. */
    public boolean isMet(BigDecimal comesTo) {
        return comesTo != null && StatedFigure.isSame(says, comesTo);
    }
}

package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.PartRelation;
import org.bellwether.warehouse.figure.ToldPart;

/**
 * The parts of figures that published marts tell, as one cell each in however many figures and marts they stand, and what adds up to what.
 *
 * <p>Of sums that are not exact, since not all parts are published or a pupil may count in two, it is left that a total is no less or no more.
 */
final class PublishedParts {

    static final String TOLD_PART = DisclosureControl.DATABASE + ".told_part";
    static final String PART_CELL = DisclosureControl.DATABASE + ".part_cell";

    private final Connection connection;
    private final int minDenominator;
    private final List<PartRelation> ofEveryCell;

    /**
     * One part in one cell.
     *
     * @param family    names the parts that are hidden with it in the cell
     * @param amount    whole units: children, sessions, pounds
     * @param threshold below which a count is hidden where it stands
     * @param isOpen    whether it is shown whatever it is
     * @param isShown   whether a figure that tells it is not hidden
     * @param isFigure  whether a figure counts or sums it, and does not only divide by it
     * @param isOfFew   whether a rate divides it by fewer than may have a rate
     * @param grows     whether it only grows while its year runs
     * @param before    how much of it readers were last shown; null where never any
     * @param name      for people: what it is, never how much
     */
    record PartCell(String part, long cellKey, String family, long amount, int threshold, boolean isOpen, boolean isShown, boolean isFigure, boolean isOfFew, boolean grows, Long before, String name) {

        String key() {
            return part + " " + cellKey;
        }

        Unit unit() {
            return new Unit(family, cellKey);
        }

        /** Whether it is a number of few, or what has come since it was last shown is. */
        boolean isSmall() {
            return isOfFewSince() || amount > 0 && amount < threshold;
        }

        /** Whether the difference to what was shown is of few. */
        boolean isOfFewSince() {
            return before != null && !isOpen && amount != before && Math.abs(amount - before) < threshold;
        }
    }

    /** What is hidden together: the figures of one group of children in one cell. */
    record Unit(String family, long cellKey) {
    }

    /** The parts of a total that are published. */
    record Sum(String name, String total, List<String> parts) {
    }

    /** @param measures whose figures the marts show; {@link ShownFigures} has found where */
    PublishedParts(Connection connection, MeasureCatalog measures, int minDenominator) throws SQLException {
        this.connection = connection;
        this.minDenominator = minDenominator;
        this.ofEveryCell = measures.partRelations();
        Sql.execute(connection, "create or replace table " + TOLD_PART + " (measure_code varchar, part varchar, family varchar, position varchar, is_count boolean, grows boolean, is_of boolean)");
        List<ToldPart> told = measures.toldParts();
        if (!told.isEmpty()) {
            Sql.execute(connection, "insert into " + TOLD_PART + " values " + told.stream().map(part -> "(" + literal(part.measure()) + ", "
                    + literal(part.part()) + ", " + literal(part.family()) + ", " + (part.position() == null ? "null" : literal(part.position()))
                    + ", " + part.isCount() + ", " + part.grows() + ", " + part.isOf() + ")").collect(Collectors.joining(", ")));
        }
    }

    List<PartRelation> ofEveryCell() {
        return ofEveryCell;
    }

    /** By key. */
    List<PartCell> cells() throws SQLException {
        Sql.execute(connection, """
                create or replace table %1$s as
                with told as (
                    select told.part, any_value(told.family) as family, shown.cell_key, bool_or(shown.is_open) as is_open, max(shown.threshold) as threshold,
                        bool_or(hidden.mart is null) as is_shown, bool_or(told.is_of) as is_figure, bool_or(told.grows) as grows
                    from %2$s as shown
                    join %3$s as told on told.measure_code = shown.measure_code
                    left join %4$s as hidden on hidden.mart = shown.mart and hidden.mart_row = shown.mart_row and hidden.figure = shown.figure
                    where shown.is_published
                    group by told.part, shown.cell_key
                ), amount as (
                    select told.part, figure.cell_key,
                        max(case told.position when 'numerator' then figure.numerator else figure.denominator end) as amount,
                        any_value(concat_ws(', ', figure.geographic_level, figure.area_code, figure.time_period, figure.time_identifier,
                            nullif(figure.phase_type_grouping, 'Total'), nullif(figure.breakdown_topic, 'Total'), nullif(figure.breakdown, 'Total'),
                            nullif(figure.scope_code, 'Total'))) as name
                    from mart.figure as figure
                    join %3$s as told on told.measure_code = figure.measure_code and told.position is not null
                    group by told.part, figure.cell_key
                ), known as (
                    select * from amount
                    union all
                    select amount.part, phase.total_key, sum(amount.amount), 'schools of the phase of ' || any_value(amount.name)
                    from mart.figure__sum as phase
                    join amount on amount.cell_key = phase.part_key
                    where phase.sum_of = 'schools of the phase'
                    group by amount.part, phase.total_key
                ), of_few as (
                    select distinct told.part, known.cell_key
                    from %3$s as told
                    join %3$s as divisor on divisor.measure_code = told.measure_code and divisor.position = 'denominator'
                    join known on known.part = divisor.part
                    where told.is_of and known.amount between 1 and %5$d
                )
                select told.part, told.cell_key, told.family, cast(known.amount as bigint) as amount, told.threshold, told.is_open, told.is_shown, told.is_figure,
                    of_few.part is not null as is_of_few, told.grows, case when told.grows then before.amount end as before, known.name
                from told
                join known on known.part = told.part and known.cell_key = told.cell_key
                left join %6$s as before on before.part = told.part and before.cell_key = told.cell_key
                left join of_few on of_few.part = told.part and of_few.cell_key = told.cell_key
                where known.amount >= 0
                """.formatted(PART_CELL, ShownFigures.SHOWN, TOLD_PART, DisclosureControl.HIDDEN, minDenominator - 1, ShownBefore.TABLE));
        return Sql.query(connection, "select * from " + PART_CELL + " order by part, cell_key", row -> new PartCell(row.getString(1), row.getLong(2),
                row.getString(3), row.getLong(4), row.getInt(5), row.getBoolean(6), row.getBoolean(7), row.getBoolean(8), row.getBoolean(9),
                row.getBoolean(10), row.getObject(11, Long.class), row.getString(1) + " of " + row.getString(12)));
    }

    /** Of which there is something to hide; {@link #cells} has been asked. */
    List<Sum> sums() throws SQLException {
        return Sql.query(connection, """
                select sums.sum_of || ' of ' || total.part || ' ' || total.cell_key, total.part || ' ' || total.cell_key,
                    list(part.part || ' ' || part.cell_key order by part.part, part.cell_key)
                from mart.figure__sum as sums
                join %1$s as total on total.cell_key = sums.total_key and total.part = coalesce(sums.total_part, total.part)
                join %1$s as part on part.cell_key = sums.part_key and part.part = coalesce(sums.part, total.part)
                group by all
                having not bool_and(total.is_open and part.is_open)
                order by 1
                """.formatted(PART_CELL), row -> new Sum(row.getString(1), row.getString(2),
                List.of((Object[]) row.getArray(3).getArray()).stream().map(Object::toString).toList()));
    }
}

package org.bellwether.app.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellwether.engine.Sql;

/** What DfE publishes as the same figure of the same authority, and why it may differ. */
final class PublishedElsewhere {

    private final ReadOnlyWarehouse warehouse;

    PublishedElsewhere(ReadOnlyWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    private record Candidate(String dataset, String measure, BigDecimal value, String status, String asAtDate, String ownAsAtDate, boolean isSameCutOff,
            String source, String dataStatus) {
    }

    /**
     * Of the figure in {@code cell}; none where it is not the authority's, or nothing is published.
     *
     * @param rejected rows of the submissions behind it that were not taken
     */
    List<Explanation.Published> find(BigDecimal own, long rejected) throws SQLException {
        return Sql.query(warehouse.models(), """
                select benchmark.dataset, benchmark.measure, benchmark.value, benchmark.value_status, benchmark.as_at_date, cell.as_at_date,
                    coalesce(is_same_cut_off(cell.as_at_date, benchmark.as_at_date, period.window_end), true), cell.preferred_source, cell.data_status
                from memory.main.cell as cell
                join core.dim_measure as measure
                    on measure.measure_code = cell.measure_code
                    and measure.is_current
                join core.fact_benchmark as benchmark
                    on benchmark.dataset = measure.comparator_dataset
                    and benchmark.measure = measure.comparator_measure
                    and benchmark.geographic_level = cell.geographic_level
                    and cast(benchmark.la_code as varchar) = cell.area_code
                    and benchmark.time_period = cell.time_period
                    and benchmark.time_identifier = cell.time_identifier
                    and benchmark.breakdown_topic = cell.breakdown_topic
                    and benchmark.breakdown = cell.breakdown
                    and benchmark.phase_type_grouping = case cell.phase_type_grouping
                        when 'State-funded primary' then 'Primary'
                        when 'State-funded secondary' then 'Secondary'
                        when 'State-funded special school' then 'Special'
                        when 'State-funded alternative provision school' then 'Alternative provision'
                        else cell.phase_type_grouping
                    end
                left join core.dim_academic_period as period
                    on period.time_period = cell.time_period
                    and period.time_identifier = cell.time_identifier
                where cell.geographic_level = 'Local authority'
                    and cell.period_start is null
                order by benchmark.school_type
                """, row -> new Candidate(row.getString(1), row.getString(2), row.getObject(3) == null ? null : new BigDecimal(row.getString(3)),
                        row.getString(4), row.getString(5), row.getString(6), row.getBoolean(7), row.getString(8), row.getString(9)))
                .stream().map(one -> new Explanation.Published(one.dataset, one.measure, one.value, one.status, one.asAtDate, reasons(own, one, rejected)))
                .toList();
    }

    private static List<String> reasons(BigDecimal own, Candidate published, long rejected) {
        List<String> reasons = new ArrayList<>();
        if (published.value == null) {
            reasons.add("DfE shows no figure there (" + published.status + ")");
        } else if (own == null || isOtherwise(own, published.value)) {
            if (!published.isSameCutOff) {
                reasons.add("DfE's figure reaches to " + published.asAtDate + ", this one to " + published.ownAsAtDate);
            }
            if (!"final".equals(published.dataStatus)) {
                reasons.add("this figure is not final: it is " + published.dataStatus);
            }
            if ("notices".equals(published.source)) {
                reasons.add("this figure counts the schools' notices, DfE's the school censuses");
            }
            if (rejected > 0) {
                reasons.add(String.format(Locale.ROOT, "%,d rows of the submissions behind this figure were rejected", rejected));
            }
            if (reasons.isEmpty()) {
                reasons.add("no reason is known");
            }
        }
        return reasons;
    }

    /** To the places that the coarser of the two has. */
    private static boolean isOtherwise(BigDecimal own, BigDecimal published) {
        int places = Math.max(0, Math.min(own.stripTrailingZeros().scale(), published.stripTrailingZeros().scale()));
        return own.setScale(places, RoundingMode.HALF_UP).compareTo(published.setScale(places, RoundingMode.HALF_UP)) != 0;
    }
}

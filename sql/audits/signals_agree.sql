-- A signal does not follow from its figure and limits
-- severity: FAIL
-- why: a signal is what a reader sees in the chart: a figure beyond the limits that stand beside it
-- matters: a signal sends people to a school; one that the figures do not bear out wastes their trust, and one that is missed a term
-- resolve: a fault of the model: look in sql/marts/mart_signals__rule.sql and mart_signals__row.sql
select time_period, time_identifier, week_commencing, geographic_level, laestab, phase_type_grouping, measure_code, chart, signal
from mart.mart_signals
where (value > high or value < low) and low < high and signal not in ('BEYOND_LIMITS', 'BEYOND_998')
    or value between low and high and signal in ('BEYOND_LIMITS', 'BEYOND_998')
    or value between inner_low and inner_high and signal in ('TWO_OF_THREE', 'BEYOND_95')
    or signal is not null and (is_low_base or value is null or centre is null)
    or (signal is null or signal = 'NONE') <> (direction is null)

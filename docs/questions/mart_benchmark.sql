-- How do we compare with England and with our statistical neighbours, in the last year that DfE has published?
select measure_name as "measure", time_period as "year", education_phase as "phase", polarity as "better side",
    round(la_published, 2) as "authority, published", round(england, 2) as "England", round(sn_mean, 2) as "neighbours",
    sn_rank as "place", sn_count + 1 as "of so many", nullif(sn_rank_status, 'ok') as "why there is no place"
from mart_benchmark
where time_identifier = 'Academic year'
    and measure_code in ('susp_rate', 'perm_excl_rate', 'attendance_rate', 'pa_rate')
    and england_status = 'ok'
qualify time_period = max(time_period) over (partition by measure_code)
order by measure_name, education_phase;

-- Is the gap between us and England narrowing, for suspensions and permanent exclusions?
select measure_name as "measure", time_period as "year", data_status as "state of our figure",
    round(la_value, 2) as "authority, own figure", round(england, 2) as "England",
    round(gap_pp, 2) as "gap, percentage points", nullif(gap_pp_status, 'ok') as "why there is no gap"
from mart_benchmark
where time_identifier = 'Academic year' and education_phase = 'Total'
    and measure_code in ('susp_rate', 'perm_excl_rate')
order by measure_name, time_period;

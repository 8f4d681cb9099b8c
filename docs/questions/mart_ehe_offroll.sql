-- How many children began to be home educated soon after an exclusion, year by year?
-- Asked with --restricted.
select time_period as "year", data_status as "state", ehe_starts as "began to be home educated",
    ehe_within_90d_exclusion as "soon after an exclusion", round(ehe_within_90d_exclusion_pct, 1) as "of these, %",
    ehe_after_exclusion_risk as "after an exclusion or a risk of one", ehe_count as "home educated on the last day",
    nullif(ehe_within_90d_exclusion_status, 'ok') as "why not told"
from mart_ehe_offroll
where geographic_level = 'Local authority'
order by time_period;

-- How many pupils did each school take off roll in the last year that is over, and where did they go?
-- Asked with --restricted.
select school_name as "school", education_phase as "phase", followed as "followed from census to census",
    off_rolled as "taken off roll", to_other_school as "at another school", ehe as "home educated",
    cme as "missing education", out_of_area as "in another area", "unknown" as "found nowhere",
    awaited as "still looked for", nullif(off_rolled_status, 'ok') as "why not told"
from mart_ehe_offroll
where geographic_level = 'School'
    and time_period = (select max(time_period) from mart_ehe_offroll
        where geographic_level = 'Local authority' and data_status <> 'year_to_date')
order by "unknown" desc nulls last, off_rolled desc nulls last, laestab;

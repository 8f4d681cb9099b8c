-- Which groups were suspended more often than all pupils in the last year that is over, and how many times as often?
-- Groups that are hidden have no rate and are left out.
select breakdown_topic as "topic", breakdown as "group", headcount as "pupils", suspension as "suspensions",
    round(susp_rate, 1) as "per 100 pupils", round(relative_rate, 2) as "times the rate of all"
from mart_exclusions_cohort
where geographic_level = 'Local authority' and breakdown_topic <> 'Total'
    and time_period = (select max(time_period) from mart_exclusions_cohort where data_status <> 'year_to_date')
    and relative_rate > 1
order by relative_rate desc, breakdown_topic, breakdown;

-- Is the gap between pupils with special educational needs and all pupils narrowing?
select breakdown as "group", time_period as "year", suspension as "suspensions",
    round(susp_rate, 1) as "per 100 pupils", round(gap_pp, 1) as "gap to all pupils, percentage points",
    nullif(gap_pp_status, 'ok') as "why not told"
from mart_exclusions_cohort
where geographic_level = 'Local authority' and breakdown_topic = 'SEN provision' and breakdown <> 'No SEN provision'
    and data_status <> 'year_to_date'    -- a year to date has fewer suspensions than one that is over
order by breakdown, time_period;

-- In which neighbourhoods are pupils suspended or excluded most?
-- Asked with --restricted.
select neighbourhood as "neighbourhood of the school", headcount as "pupils", suspension as "suspensions",
    round(susp_rate, 1) as "per 100 pupils", perm_excl as "permanent exclusions",
    nullif(susp_rate_status, 'ok') as "why not told"
from mart_exclusions_cohort
where geographic_level = 'Neighbourhood' and breakdown_topic = 'Total'
    and time_period = (select max(time_period) from mart_exclusions_cohort where data_status <> 'year_to_date')
order by susp_rate desc nulls last, neighbourhood;

-- How many pupils came back to a mainstream school after an exclusion or alternative provision, by the year in which it began?
-- Asked with --restricted.
-- Cohorts overlap. The rate is of cases that have been watched to their end; others may still come back.
select cohort_name as "cohort", time_period as "year", data_status as "state", cohort_n as "cases",
    in_progress_n as "still watched", window_closed_n as "watched to the end", reintegrated_n as "came back",
    round(reintegration_rate, 1) as "came back, %", median_days as "school days, median",
    nullif(reintegration_rate_status, 'ok') as "why there is no rate"
from mart_reintegration
where cohort in ('EXCLUDED', 'IN_AP', 'AT_RISK') and breakdown_topic = 'Total'
order by cohort, time_period;

-- Which groups of those in alternative provision come back least, in the last year in which all have been watched?
-- Asked with --restricted.
select breakdown_topic as "topic", breakdown as "group", window_closed_n as "cases", reintegrated_n as "came back",
    round(reintegration_rate, 1) as "came back, %", nullif(reintegration_rate_status, 'ok') as "why not told"
from mart_reintegration
where cohort = 'IN_AP' and breakdown_topic <> 'Total'
    and time_period = (select max(time_period) from mart_reintegration where cohort = 'IN_AP' and data_status = 'final')
order by breakdown_topic, reintegration_rate nulls last, breakdown;

-- What do pupils in alternative provision, or supported and still on roll, achieve at the end of key stage 4?
-- Asked with --restricted.
-- Cohorts overlap, and some are of few pupils: one of them moves a percentage far.
select cohort_name as "cohort", time_period as "year", is_comparable as "grades may be compared", pupils,
    round(five_plus_pct, 1) as "five GCSEs at 4 or above, %",
    round(english_maths_pct, 1) as "English and maths at 5 or above, %", round(attainment8, 1) as "Attainment 8",
    nullif(five_plus_pct_status, 'ok') as "why not told"
from mart_ks4_ap
where breakdown_topic = 'Total'
order by cohort, time_period;

-- Do pupils who attend more achieve more?
-- Asked with --restricted.
-- What goes with days in school need not come of them.
select breakdown as "sessions attended", pupils, round(gcse_mean, 1) as "GCSEs at 4 or above, mean",
    round(five_plus_pct, 1) as "five or more, %", round(attainment8, 1) as "Attainment 8",
    nullif(attainment8_status, 'ok') as "why not told"
from mart_ks4_ap
where cohort = 'ALL' and breakdown_topic = 'Attendance'
    and time_period = (select max(time_period) from mart_ks4_ap where is_comparable)
order by breakdown;

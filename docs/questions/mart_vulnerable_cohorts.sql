-- How many pupils are in each vulnerable cohort this week, for how long, and are they more than the week before?
-- Asked with --restricted.
-- Cohorts overlap and are not added: a pupil counts once in Total.
select cohort_name as "cohort", as_at_date as "day", pupils, change as "more than the week before",
    pupils_in_2plus_cohorts as "in two or more", not_full_time_count as "not in full-time education",
    median_days as "days, median", is_known as "source speaks of the day"
from mart_vulnerable_cohorts
where is_current and geographic_level = 'Local authority'
order by cohort = 'Total', pupils desc nulls last, cohort;

-- Is the number of pupils not in full-time education falling, over the last ten weeks?
-- Asked with --restricted.
-- Weeks with other known cohorts are not compared.
select week_commencing as "week from", not_full_time_count as "not in full-time education", pupils as "in any cohort",
    known_cohorts as "cohorts known, of eleven"
from mart_vulnerable_cohorts
where geographic_level = 'Local authority' and cohort = 'Total'
order by week_commencing desc
limit 10;

-- In which neighbourhoods are most pupils at risk of exclusion?
-- Asked with --restricted.
select neighbourhood, pupils as "at risk of exclusion", change as "more than the week before",
    is_known as "sources speak of the day"
from mart_vulnerable_cohorts
where is_current and geographic_level = 'Neighbourhood' and cohort = 'AT_RISK'
order by pupils desc nulls last, neighbourhood;

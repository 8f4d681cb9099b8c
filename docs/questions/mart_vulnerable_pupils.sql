-- How many pupils are in several vulnerable cohorts at once, not in full-time education, or at risk of exclusion, by neighbourhood?
-- Asked with --restricted.
select neighbourhood, count(*) as "pupils", count(*) filter (where cohorts >= 2) as "in two cohorts or more",
    count(*) filter (where is_not_full_time) as "not in full-time education",
    count(*) filter (where is_at_risk) as "at risk of exclusion"
from mart_vulnerable_pupils
group by neighbourhood
order by neighbourhood;

-- Which pupils are not in full-time education, why, and how long ago did they come into the first cohort?
-- Asked with --restricted.
-- A pupil is named by a pseudonym; bellwether subject says what is held on one.
select pupil_key as "pupil", neighbourhood, longest_days as "days since the first cohort", is_excluded as "excluded",
    is_missing_education as "missing education", is_awaiting_place as "waiting for a place",
    is_part_time as "part-time timetable"
from mart_vulnerable_pupils
where is_not_full_time
order by longest_days desc nulls last, pupil_key;

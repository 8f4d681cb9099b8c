-- Which schools' attendance was furthest below that of their phase in England, in the last year that is over?
select school_name as "school", education_phase as "phase", enrolments as "pupils",
    round(attendance_rate, 1) as "attendance, %", round(england_rate, 1) as "England, %",
    round(attendance_rate - england_rate, 1) as "difference, percentage points",
    coalesce(nullif(attendance_rate_status, 'ok'), nullif(england_rate_status, 'ok')) as "why not told"
from mart_attendance_school
where time_identifier = 'Academic year' and breakdown_topic = 'Total'
    and time_period = (select max(time_period) from mart_attendance_school
        where time_identifier = 'Academic year' and data_status <> 'year_to_date')
order by attendance_rate - england_rate nulls last, laestab;

-- In which schools has persistent absence risen most between the last two years that are over?
select ours.school_name as "school", ours.education_phase as "phase", round(before.pa_rate, 1) as "year before, %",
    round(ours.pa_rate, 1) as "persistently absent, %",
    round(ours.pa_rate - before.pa_rate, 1) as "change, percentage points",
    coalesce(nullif(ours.pa_rate_status, 'ok'), nullif(before.pa_rate_status, 'ok')) as "why not told"
from mart_attendance_school as ours
join mart_attendance_school as before    -- a year less 101 is the year before
    on before.laestab = ours.laestab
    and before.time_period = ours.time_period - 101
    and before.time_identifier = ours.time_identifier and before.breakdown_topic = ours.breakdown_topic
where ours.time_identifier = 'Academic year' and ours.breakdown_topic = 'Total'
    and ours.time_period = (select max(time_period) from mart_attendance_school
        where time_identifier = 'Academic year' and data_status <> 'year_to_date')
order by ours.pa_rate - before.pa_rate desc nulls last, ours.laestab;

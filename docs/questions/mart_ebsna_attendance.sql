-- Do pupils attend more since their support began, by the year in which it began?
-- Before is the weeks before support; a year that runs is one to date.
select cohort as "support began in", data_status as "state", pupils, pupils_compared as "compared",
    round(baseline_rate, 1) as "before, %", round(attendance_rate, 1) as "since, %",
    round(change_pp, 1) as "change, percentage points", round(improved_pct, 1) as "attend more, %",
    nullif(change_pp_status, 'ok') as "why not told"
from mart_ebsna_attendance
where time_identifier = 'Academic year' and provision_code = 'Total'
    and time_period = (select max(time_period) from mart_ebsna_attendance)
order by cohort;

-- How does the attendance of supported pupils go from half term to half term?
-- Each half term has other pupils, as more are supported: the change is of those who were.
select time_period as "year", time_identifier as "half term", pupils, round(attendance_rate, 1) as "attendance, %",
    round(change_pp, 1) as "change since before support, percentage points",
    nullif(attendance_rate_status, 'ok') as "why not told"
from mart_ebsna_attendance
where time_identifier <> 'Academic year' and cohort = 'Total' and provision_code = 'Total'
order by as_at_date desc;

-- Which groups of pupils attended least in the last year that is over, and how many of each were persistently absent?
select breakdown_topic as "topic", breakdown as "group", enrolments as "pupils",
    round(attendance_rate, 1) as "attendance, %", round(pa_rate, 1) as "persistently absent, %",
    nullif(pa_rate_status, 'ok') as "why not told"
from mart_attendance_la
where time_identifier = 'Academic year'    -- the time_period of a week is a calendar year
    and time_period = (select max(time_period) from mart_attendance_la
        where time_identifier = 'Academic year' and data_status <> 'year_to_date')
    and education_phase = 'Total'
    and breakdown_topic in ('Sex', 'FSM', 'SEN provision', 'Ethnicity major', 'EAL')
order by breakdown_topic, attendance_rate nulls last, breakdown;

-- Is attendance better than in the same half term of the year before?
select ours.time_period as "year", ours.time_identifier as "half term",
    round(ours.attendance_rate, 1) as "attendance, %", round(before.attendance_rate, 1) as "year before, %",
    round(ours.attendance_rate - before.attendance_rate, 1) as "change, percentage points",
    round(ours.unauthorised_rate - before.unauthorised_rate, 1) as "change of unauthorised absence, percentage points"
from mart_attendance_la as ours
join mart_attendance_la as before    -- a year less 101 is the year before
    on before.time_period = ours.time_period - 101
    and before.time_identifier = ours.time_identifier
    and before.education_phase = ours.education_phase and before.breakdown_topic = ours.breakdown_topic
where ours.time_identifier like '%half term%'
    and ours.data_status <> 'year_to_date'    -- a half term that still runs is compared with none
    and ours.education_phase = 'Total' and ours.breakdown_topic = 'Total'
order by ours.as_at_date desc;

-- How many sessions were missed in each of the last ten weeks, and was it illness or not authorised?
select week_commencing as "week from", round(absence_rate, 1) as "absence, %", round(illness_perc, 1) as "illness, %",
    round(unauthorised_rate, 1) as "not authorised, %", nullif(absence_rate_status, 'ok') as "why not told"
from mart_attendance_la
where week_commencing is not null and data_status <> 'year_to_date'
    and education_phase = 'Total' and breakdown_topic = 'Total'
order by week_commencing desc
limit 10;

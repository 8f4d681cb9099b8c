-- Attendance of the schools does not add up to the authority's
-- severity: FAIL
-- why: the authority is its schools: one count must not stand in two marts with two values
-- matters: head teachers and the board read the two side by side
-- resolve: a fault of the model: compare the rows of the named period in mart.mart_attendance_school and mart.mart_attendance_la, and correct the
--     model of the one that lacks a school or has it twice
with school as (

    select time_period, time_identifier, week_commencing, breakdown_topic, breakdown,
        sum(possible) as possible, sum(enrolments) as enrolments, sum(pa_enrolments) as pa_enrolments, sum(severe_enrolments) as severe_enrolments
    from mart.mart_attendance_school
    group by time_period, time_identifier, week_commencing, breakdown_topic, breakdown

)

select school.time_period, school.time_identifier, school.week_commencing, school.breakdown_topic, school.breakdown
from school
left join mart.mart_attendance_la as authority
    on authority.time_period = school.time_period
    and authority.time_identifier = school.time_identifier
    and coalesce(authority.week_commencing, date '1900-01-01') = coalesce(school.week_commencing, date '1900-01-01')
    and authority.education_phase = 'Total'
    and authority.breakdown_topic = school.breakdown_topic
    and authority.breakdown = school.breakdown
where coalesce(school.possible, 0) <> coalesce(authority.possible, 0)
    or coalesce(school.enrolments, 0) <> coalesce(authority.enrolments, 0)
    or coalesce(school.pa_enrolments, 0) <> coalesce(authority.pa_enrolments, 0)
    or coalesce(school.severe_enrolments, 0) <> coalesce(authority.severe_enrolments, 0)

-- One row per pupil and term of being suspended or permanently excluded, of the authority as a whole (area 0) and of each school that did so.
with pupil_school as (

    select pupil_key, laestab, time_period, term
    from mart.mart_suspension_thresholds__day
    group by pupil_key, laestab, time_period, term

    union

    select pupil_key, laestab, time_period, term
    from mart.mart_suspension_thresholds__exclusion
    where category = 'PERM'

),

area as (

    select pupil_key, laestab as area, time_period, term
    from pupil_school

    union all

    select pupil_key, 0, time_period, term
    from pupil_school
    group by pupil_key, time_period, term

)

select
    area.area,
    area.time_period,
    area.term,
    area.pupil_key,
    standing.governors_duty = 'CONSIDER' and standing.is_next_duty_near as is_asked_near,
    standing.governors_duty = 'MEET_IF_ASKED' as is_meet_if_asked,
    standing.governors_duty = 'MEET_IF_ASKED' and standing.is_next_duty_near as is_meeting_near,
    standing.governors_duty = 'MUST_MEET' as is_must_meet,
    standing.governors_duty = 'MUST_MEET' and standing.governors_met_on is not null as is_met,
    standing.governors_duty = 'MUST_MEET' and standing.is_met_in_time as is_met_in_time,
    standing.year_sessions between setting.limit_warning and setting.limit_of_year as is_limit_near,
    standing.year_sessions > setting.limit_of_year as is_limit_exceeded
from area
join mart.mart_suspension_thresholds__term as standing
    on standing.pupil_key = area.pupil_key
    and standing.time_period = area.time_period
    and standing.term = area.term
cross join mart.mart_suspension_thresholds__setting as setting

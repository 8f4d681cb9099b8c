-- One row per exclusion and term on which days of it fall: the sessions of the pupil at all schools to its last day in the term and in the year, what governors
-- owe for it, by when, and when they met.
--
-- For each exclusion beyond fifteen days in a term, and for each permanent one, governors meet within fifteen school days of being told; beyond five where parents
-- make representations, within fifty; else they consider these. That a public examination would be missed no return tells.
with suspended_day as (select * from mart.mart_suspension_thresholds__day),
exclusion as (select * from mart.mart_suspension_thresholds__exclusion),
calendar as (select * from mart.mart_suspension_thresholds__calendar),

pupil_day as (    -- a day holds two sessions, however many suspensions fall on it; what no known school day holds is added as it is

    select
        pupil_key,
        time_period,
        term,
        date,
        coalesce(nth, 0) as nth,
        case when nth is null then sum(sessions) else least(2, sum(sessions)) end as sessions
    from suspended_day
    group by pupil_key, time_period, term, date, nth

),

so_far as (

    select
        *,
        cast(sum(sessions) over (partition by pupil_key, time_period, term order by date, nth rows unbounded preceding) as integer) as term_sessions,
        cast(sum(sessions) over (partition by pupil_key, time_period order by date, nth rows unbounded preceding) as integer) as year_sessions
    from pupil_day

),

raised as (

    select
        held.exclusion_key,
        held.time_period,
        held.term,
        max(day.term_sessions) as term_sessions,
        max(day.year_sessions) as year_sessions
    from suspended_day as held
    join so_far as day
        on day.pupil_key = held.pupil_key
        and day.time_period = held.time_period
        and day.term = held.term
        and day.date = held.date
        and day.nth = coalesce(held.nth, 0)
    group by held.exclusion_key, held.time_period, held.term

    union all

    select exclusion_key, time_period, term, 0, 0
    from exclusion
    where category = 'PERM'

),

duty as (

    select
        raised.*,
        exclusion.pupil_key,
        exclusion.category = 'PERM' as is_permanent,
        exclusion.start_date,
        exclusion.governors_review_date as met_on,
        coalesce(exclusion.notice_date, exclusion.start_date) as told_on,
        case
            when exclusion.category = 'PERM' or raised.term_sessions > setting.meeting then 'MUST_MEET'
            when raised.term_sessions > setting.asked then 'MEET_IF_ASKED'
            else 'CONSIDER'
        end as duty
    from raised
    join exclusion
        on exclusion.exclusion_key = raised.exclusion_key
    cross join mart.mart_suspension_thresholds__setting as setting

)

select
    duty.exclusion_key,
    duty.pupil_key,
    duty.time_period,
    duty.term,
    duty.term_sessions,
    duty.year_sessions,
    case when duty.is_permanent then duty.start_date end as excluded_on,
    duty.duty,
    due.date as due_on,
    case when duty.duty <> 'CONSIDER' and duty.met_on >= duty.start_date then duty.met_on end as met_on
from duty
cross join mart.mart_suspension_thresholds__setting as setting
left join calendar as told_day
    on told_day.date = duty.told_on
    and told_day.is_known
left join calendar as due
    on due.is_school_day
    and due.unknown_terms = told_day.unknown_terms
    and due.school_days = told_day.school_days
        + case duty.duty when 'MUST_MEET' then setting.meeting_within when 'MEET_IF_ASKED' then setting.asked_within end

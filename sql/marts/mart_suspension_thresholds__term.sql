-- One row per pupil and term of being suspended or permanently excluded: the sessions of the term and of the year to its end at all schools, and
-- what governors owe.
--
-- Beyond fifteen days in a term, or of a permanent exclusion, governors meet within fifteen school days of being told; beyond five where parents
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

event as (

    select
        day.pupil_key,
        day.time_period,
        day.term,
        day.term_sessions,
        day.year_sessions,
        case when day.term_sessions > setting.asked then day.date end as asked_on,
        case when day.term_sessions > setting.meeting then day.date end as meeting_on,
        cast(null as date) as excluded_on
    from so_far as day
    cross join mart.mart_suspension_thresholds__setting as setting

    union all

    select pupil_key, time_period, term, 0, 0, null, start_date, start_date
    from exclusion
    where category = 'PERM'

),

pupil_term as (

    select
        pupil_key,
        time_period,
        term,
        max(term_sessions) as term_sessions,
        max(year_sessions) as year_sessions,
        min(meeting_on) as meeting_on,
        min(excluded_on) as excluded_on,
        coalesce(min(meeting_on), min(asked_on)) as raised_on    -- the day that raised the highest duty
    from event
    group by pupil_key, time_period, term

),

held as (    -- what an exclusion holds of its days, and its notice

    select pupil_key, exclusion_key, date
    from suspended_day

    union all

    select pupil_key, exclusion_key, start_date
    from exclusion
    where category = 'PERM'

),

raised as (

    select
        pupil_term.*,
        min(coalesce(exclusion.notice_date, exclusion.start_date)) as told_on,
        min(exclusion.start_date) as raised_from
    from pupil_term
    left join held
        on held.pupil_key = pupil_term.pupil_key
        and held.date = pupil_term.raised_on
    left join exclusion
        on exclusion.exclusion_key = held.exclusion_key
    group by pupil_term.pupil_key, pupil_term.time_period, pupil_term.term, pupil_term.term_sessions, pupil_term.year_sessions,
        pupil_term.meeting_on, pupil_term.excluded_on, pupil_term.raised_on

),

review as (

    select raised.pupil_key, raised.time_period, raised.term, max(exclusion.governors_review_date) as met_on
    from raised
    join exclusion
        on exclusion.pupil_key = raised.pupil_key
        and exclusion.governors_review_date >= raised.raised_from
        and (exclusion.start_date = raised.raised_from or exclusion.time_period = raised.time_period and exclusion.term = raised.term)
    group by raised.pupil_key, raised.time_period, raised.term

)

select
    raised.pupil_key,
    raised.time_period,
    raised.term,
    raised.term_sessions,
    cast(max(raised.year_sessions) over (
        partition by raised.pupil_key, raised.time_period order by raised.term rows unbounded preceding) as integer) as year_sessions,
    raised.excluded_on,
    case
        when raised.meeting_on is not null then 'MUST_MEET'
        when raised.raised_on is not null then 'MEET_IF_ASKED'
        else 'CONSIDER'
    end as governors_duty,
    due.date as governors_due_on,
    review.met_on as governors_met_on,
    raised.term_sessions between setting.asked_warning and setting.asked
        or raised.term_sessions between setting.meeting_warning and setting.meeting as is_next_duty_near
from raised
cross join mart.mart_suspension_thresholds__setting as setting
left join review
    on review.pupil_key = raised.pupil_key
    and review.time_period = raised.time_period
    and review.term = raised.term
left join calendar as told_day
    on told_day.date = raised.told_on
    and told_day.is_known
left join calendar as due
    on due.is_school_day
    and due.unknown_terms = told_day.unknown_terms
    and due.school_days = told_day.school_days
        + case when raised.meeting_on is not null then setting.meeting_within else setting.asked_within end

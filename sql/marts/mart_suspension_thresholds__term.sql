-- One row per pupil and term of being suspended or permanently excluded: the sessions of the term and of the year to its end at all schools, and the
-- highest duty of governors: of several that which is not met, and of those the first that is due.
with duty as (select * from mart.mart_suspension_thresholds__duty),

pupil_term as (

    select
        pupil_key,
        time_period,
        term,
        max(term_sessions) as term_sessions,
        max(year_sessions) as year_sessions,
        min(excluded_on) as excluded_on
    from duty
    group by pupil_key, time_period, term

),

highest as (

    select
        *,
        min(case when met_on <= due_on then 1 else 0 end) over (partition by pupil_key, time_period, term, duty) = 1 as is_met_in_time
    from duty
    qualify row_number() over (
        partition by pupil_key, time_period, term
        order by case duty when 'MUST_MEET' then 1 when 'MEET_IF_ASKED' then 2 else 3 end, met_on is not null, due_on nulls last, exclusion_key) = 1

)

select
    pupil_term.pupil_key,
    pupil_term.time_period,
    pupil_term.term,
    pupil_term.term_sessions,
    cast(max(pupil_term.year_sessions) over (
        partition by pupil_term.pupil_key, pupil_term.time_period order by pupil_term.term rows unbounded preceding) as integer) as year_sessions,
    pupil_term.excluded_on,
    highest.duty as governors_duty,
    highest.due_on as governors_due_on,
    highest.met_on as governors_met_on,
    highest.is_met_in_time,
    pupil_term.term_sessions between setting.asked_warning and setting.asked
        or pupil_term.term_sessions between setting.meeting_warning and setting.meeting as is_next_duty_near
from pupil_term
join highest
    on highest.pupil_key = pupil_term.pupil_key
    and highest.time_period = pupil_term.time_period
    and highest.term = pupil_term.term
cross join mart.mart_suspension_thresholds__setting as setting

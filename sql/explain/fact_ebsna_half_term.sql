-- One row per half term of an episode and line behind it: of the episode, and of the pupil's marks before support and in the half term.
with half_term as (

    select half_term.*
    from listed
    join core.fact_ebsna_half_term as half_term
        on half_term.ebsna_half_term_key = listed.fact_key

),

compared_weeks as (

    select 7 * cast(value as integer) as days
    from config.setting
    where name = 'ebsna_window_weeks'

)

select
    half_term.ebsna_half_term_key as fact_key,
    session.submission_key,
    session.source_line
from half_term
cross join compared_weeks
join core.fact_ebsna_episode as episode
    on episode.ebsna_episode_key = half_term.ebsna_episode_key
join core.fact_attendance_session as session
    on session.pupil_key = half_term.pupil_key
    and session.attendance_date >= add_days(episode.support_start_date, -compared_weeks.days)
join core.dim_date as day
    on day.date = session.attendance_date
where session.attendance_date < episode.support_start_date
    or (session.time_period = half_term.time_period and day.half_term = half_term.half_term)

union all

select
    half_term.ebsna_half_term_key,
    episode.submission_key,
    episode.source_line
from half_term
join core.fact_ebsna_episode as episode
    on episode.ebsna_episode_key = half_term.ebsna_episode_key

-- One row per episode in a year and line behind it: of the episode, and of the pupil's marks before support and since in the year.
with compared_weeks as (

    select 7 * cast(value as integer) as days
    from config.setting
    where name = 'ebsna_window_weeks'

)

select
    listed.fact_key,
    session.submission_key,
    session.source_line
from listed
cross join compared_weeks
join core.fact_ebsna_episode as episode
    on episode.ebsna_episode_key = listed.fact_key
join core.fact_attendance_session as session
    on session.pupil_key = episode.pupil_key
    and session.attendance_date >= add_days(episode.support_start_date, -compared_weeks.days)
where session.attendance_date < episode.support_start_date
    or session.time_period in (select time_period from cell)

union all

select
    listed.fact_key,
    episode.submission_key,
    episode.source_line
from listed
join core.fact_ebsna_episode as episode
    on episode.ebsna_episode_key = listed.fact_key

-- One row per EBSNA episode with support and half term with marks from the first day of support on.
--
-- A pupil with several episodes is followed in each up to the day before support of the next one starts, so that no
-- session stands twice. Marks are followed after the end of support too.
with episode as (

    select
        ebsna_episode_key,
        pupil_key,
        support_start_date,
        support_end_date,
        coalesce(
            lead(support_start_date) over (partition by pupil_key order by support_start_date, ebsna_episode_key),
            date '9999-12-31') as next_start_date
    from core.fact_ebsna_episode
    where support_start_date is not null

),

half_term as (

    select time_period, half_term, min(date) as first_day, max(date) as last_day
    from core.dim_date
    where half_term is not null
    group by time_period, half_term

),

attendance as (

    select
        episode.ebsna_episode_key,
        episode.pupil_key,
        episode.support_end_date,
        day.time_period,
        day.half_term,
        max(session.attendance_date) as last_marked,
        sum(session.possible) as possible,
        sum(session.attending) as attended,
        sum(case when session.attendance_code = 'I' then 1 else 0 end) as code_i,
        sum(case when session.attendance_code = 'C' then 1 else 0 end) as code_c,
        sum(case when session.attendance_code = 'C2' then 1 else 0 end) as code_c2,
        sum(case when session.attendance_code = 'O' then 1 else 0 end) as code_o,
        sum(case when session.attendance_code = 'N' then 1 else 0 end) as code_n,
        sum(case when session.attendance_code = 'B' then 1 else 0 end) as code_b,
        sum(case when session.attendance_code = 'K' then 1 else 0 end) as code_k
    from episode
    join core.fact_attendance_session as session
        on session.pupil_key = episode.pupil_key
        and session.attendance_date >= episode.support_start_date
        and session.attendance_date < episode.next_start_date
    join core.dim_date as day
        on day.date = session.attendance_date
    where day.half_term is not null
    group by episode.ebsna_episode_key, episode.pupil_key, episode.support_end_date, day.time_period, day.half_term

)

select
    stable_key(attendance.ebsna_episode_key, attendance.time_period, attendance.half_term) as ebsna_half_term_key,
    attendance.ebsna_episode_key,
    attendance.pupil_key,
    attendance.time_period,
    attendance.half_term,
    attendance.last_marked,
    coalesce(attendance.support_end_date >= least(half_term.last_day, as_of_date()), true) as is_in_support,
    cast(attendance.possible as integer) as possible,
    cast(attendance.attended as integer) as attended,
    cast(attendance.code_i as integer) as code_i,
    cast(attendance.code_c as integer) as code_c,
    cast(attendance.code_c2 as integer) as code_c2,
    cast(attendance.code_o as integer) as code_o,
    cast(attendance.code_n as integer) as code_n,
    cast(attendance.code_b as integer) as code_b,
    cast(attendance.code_k as integer) as code_k
from attendance
join half_term
    on half_term.time_period = attendance.time_period
    and half_term.half_term = attendance.half_term

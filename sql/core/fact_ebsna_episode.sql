-- One row per referral for emotionally based school non-attendance (EBSNA).
--
-- No attendance code means EBSNA: the register alone says who these pupils are, and marks say how they attend, at any
-- school. The baseline is the weeks before the first day of support, the post window as many weeks from that day on,
-- whether support still lasts or not; how many is a setting. A referral without support has neither. Change is in
-- percentage points, of sessions attended per 100 possible ones.
with window_length as (

    select 7 * cast(value as integer) as days
    from config.setting
    where name = 'ebsna_window_weeks'

),

episode as (

    select
        register.episode_id,
        coalesce(identity.pupil_key, register.pupil_key) as pupil_key,
        register.laestab,
        register.provision_code,
        register.referral_date,
        register.support_start_date,
        register.support_end_date,
        register.outcome,
        coalesce(register.support_start_date, register.referral_date) as known_from,
        add_days(register.support_start_date, -window_length.days) as baseline_from,
        add_days(register.support_start_date, window_length.days - 1) as post_to,
        register.submission_key,
        register.source_line
    from staged.ebsna_episode as register
    cross join window_length
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = register.pupil_key

),

attendance as (

    select
        episode.episode_id,
        sum(case when session.attendance_date < episode.support_start_date then session.possible else 0 end)
            as baseline_possible,
        sum(case when session.attendance_date < episode.support_start_date then session.attending else 0 end)
            as baseline_attended,
        sum(case when session.attendance_date >= episode.support_start_date then session.possible else 0 end)
            as post_possible,
        sum(case when session.attendance_date >= episode.support_start_date then session.attending else 0 end)
            as post_attended
    from episode
    join core.fact_attendance_session as session
        on session.pupil_key = episode.pupil_key
        and session.attendance_date between episode.baseline_from and episode.post_to
    group by episode.episode_id

)

select
    stable_key(episode.episode_id) as ebsna_episode_key,
    episode.episode_id,
    episode.pupil_key,
    academic_year(episode.known_from) as time_period,
    term_of(episode.known_from) as term,
    coalesce(pupil.pupil_term_key, -1) as pupil_term_key,
    episode.laestab,
    coalesce(school.school_key, -1) as school_key,
    episode.provision_code,
    case when episode.provision_code is null then -2 else coalesce(provision.provision_key, -1) end as provision_key,
    episode.referral_date,
    episode.support_start_date,
    episode.support_end_date,
    episode.outcome,
    episode.support_start_date <= as_of_date() and coalesce(episode.support_end_date >= as_of_date(), true) as is_in_support,
    episode.post_to < as_of_date() as is_post_complete,
    cast(coalesce(attendance.baseline_possible, 0) as integer) as baseline_possible,
    cast(coalesce(attendance.baseline_attended, 0) as integer) as baseline_attended,
    cast(coalesce(attendance.post_possible, 0) as integer) as post_possible,
    cast(coalesce(attendance.post_attended, 0) as integer) as post_attended,
    rate(
        attendance.post_attended * attendance.baseline_possible - attendance.baseline_attended * attendance.post_possible,
        attendance.post_possible * attendance.baseline_possible) as change_pp,
    episode.submission_key,
    episode.source_line
from episode
left join attendance
    on attendance.episode_id = episode.episode_id
left join core.dim_pupil as pupil
    on pupil.pupil_key = episode.pupil_key
    and pupil.time_period = academic_year(episode.known_from)
    and pupil.term = term_of(episode.known_from)
left join core.dim_school as school
    on school.laestab = episode.laestab
    and episode.known_from between school.valid_from and school.valid_to
left join core.dim_provision as provision
    on provision.provision_code = episode.provision_code
    and episode.known_from between provision.valid_from and provision.valid_to

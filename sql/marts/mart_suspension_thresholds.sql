-- One row per pupil suspended or permanently excluded in the running academic year who is at or beyond an early warning, for whom governors must
-- meet or meet if asked in the running term, or to whom education from the sixth day is owed; and of before, while a meeting is still due.
--
-- For those who are to act, in the restricted tier alone. Days are those of all schools. Whom to tell is asked of the last exclusion's first day.
with running as (

    select time_period, term, time_identifier
    from core.dim_academic_period
    where term is not null
        and as_of_date() between window_start and window_end

),

still_open as (select * from mart.mart_suspension_thresholds__open),
standing as (select term.* from mart.mart_suspension_thresholds__term as term join running on running.time_period = term.time_period),
stretch as (select stretch.* from mart.mart_suspension_thresholds__stretch as stretch join running on running.time_period = stretch.time_period),

pupil_year as (    -- who was excluded on the last days of a year is owed education in the next

    select pupil_key, max(year_sessions) as sessions, bool_or(is_excluded) as is_excluded
    from (
        select pupil_key, year_sessions, excluded_on is not null as is_excluded
        from standing
        union all
        select pupil_key, 0, category = 'PERM'
        from stretch
        union all
        select pupil_key, 0, false
        from still_open
    ) as listed
    group by pupil_key

),

day6 as (

    select
        pupil_key,
        cast(count(*) as integer) as owed,
        cast(count(case when day6_state in ('MET', 'LATE') then 1 end) as integer) as known,
        cast(count(case when day6_state = 'MET' then 1 end) as integer) as met
    from stretch
    group by pupil_key

),

last_day6 as (

    select pupil_key, sixth_day, provided_on, day6_state
    from stretch
    qualify row_number() over (partition by pupil_key order by first_day desc, exclusion_key) = 1

),

exclusion as (    -- a suspension of July may reach into September

    select exclusion.*, exclusion.time_period = running.time_period as is_of_year
    from mart.mart_suspension_thresholds__exclusion as exclusion
    join running
        on exclusion.time_period >= running.time_period - 101

),

tally as (

    select
        pupil_key,
        cast(count(distinct case when is_of_year then laestab end) as integer) as schools,
        cast(count(case when is_of_year and category = 'SUSP' then 1 end) as integer) as suspensions,
        cast(count(case when is_of_year and category = 'LNCH' then 1 end) as integer) as lunchtime_exclusions
    from exclusion
    group by pupil_key

),

last_exclusion as (

    select *
    from exclusion
    qualify row_number() over (partition by pupil_key order by start_date desc, exclusion_key) = 1

)

select
    home.la_code,
    home.la_name,
    running.time_period,
    running.time_identifier,
    as_of_date() as as_at_date,
    pupil_year.pupil_key,
    last_exclusion.laestab,
    school.school_name,
    last_exclusion.start_date as last_excluded_on,
    tally.schools,
    tally.suspensions,
    tally.lunchtime_exclusions,
    coalesce(term.term_sessions, 0) as sessions_term,
    pupil_year.sessions as sessions_year,
    greatest(setting.limit_of_year - pupil_year.sessions, 0) as sessions_left,
    duty.governors_duty,
    coalesce(term.is_next_duty_near, false) as is_next_duty_near,
    duty.governors_due_on,
    duty.governors_met_on,
    pupil_year.sessions between setting.limit_warning and setting.limit_of_year as is_limit_near,
    pupil_year.sessions > setting.limit_of_year as is_limit_exceeded,
    pupil_year.is_excluded,
    coalesce(day6.owed, 0) as day6_owed,
    coalesce(day6.known, 0) as day6_known,
    case when day6.known > 0 then day6.met end as day6_met,
    last_day6.sixth_day as day6_due_on,
    last_day6.provided_on as day6_provided_on,
    last_day6.day6_state,
    care.is_looked_after,
    care.has_social_worker
from pupil_year
cross join running
cross join mart.mart_suspension_thresholds__setting as setting
join core.dim_local_authority as home
    on home.is_home_la
join tally
    on tally.pupil_key = pupil_year.pupil_key
join last_exclusion
    on last_exclusion.pupil_key = pupil_year.pupil_key
left join core.dim_school as school
    on school.school_key = last_exclusion.school_key
left join standing as term
    on term.pupil_key = pupil_year.pupil_key
    and term.term = running.term
left join still_open as duty
    on duty.pupil_key = pupil_year.pupil_key
left join day6
    on day6.pupil_key = pupil_year.pupil_key
left join last_day6
    on last_day6.pupil_key = pupil_year.pupil_key
left join mart.mart_suspension_thresholds__care as care
    on care.exclusion_key = last_exclusion.exclusion_key
where term.is_next_duty_near
    or term.governors_duty <> 'CONSIDER'
    or pupil_year.sessions >= setting.limit_warning
    or day6.owed > 0

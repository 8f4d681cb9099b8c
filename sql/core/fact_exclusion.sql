-- One row per suspension, permanent exclusion or lunchtime exclusion, as each source tells it.
--
-- An exclusion reaches us from the school's notice and again from two censuses, and counts once. What counts is a whole
-- set, never a row: for each school and term the notices, or the latest census that collected that term
-- (core.bridge_exclusion_source chooses). Choosing row by row would count a suspension that became permanent twice, and
-- keep one that governors overturned. What is told ahead counts from its first day. An exclusion of before a school
-- opened is not that school's: it counts where the school that was open tells it. Definition: DfE suspensions and
-- permanent exclusions methodology, 1.4, 3.1 and 5.2.
with counted as (

    select
        *,
        fallen_reason is null as is_standing,
        fallen_reason is null and source = source_of_record and start_date <= as_of_date() as is_counted
    from core.fact_exclusion__judged

),

known_term as (

    select time_period, term
    from core.dim_date
    where is_school_day
    group by time_period, term

),

-- The first day of a long exclusion is its first school day; education is due from the sixth. Of one that has none yet
-- the days until today are counted.
day6_wait as (

    select
        counted.exclusion_key,
        sum(case when calendar.is_school_day then 1 else 0 end) as school_days,
        min(case when known_term.term is null then 0 else 1 end) = 1 as is_known
    from counted
    join core.dim_date as calendar
        on calendar.date > counted.start_date
        and calendar.date <= coalesce(counted.day6_provision_start, as_of_date())
    left join known_term
        on known_term.time_period = calendar.time_period
        and known_term.term = calendar.term
    where counted.source = 'notices'
        and (counted.category = 'PERM' or counted.sessions > 10)
    group by counted.exclusion_key

),

-- A notice is due on the next school day after the first day of the exclusion.
next_day as (

    select
        date,
        min(case when is_school_day then date end) over (order by date rows between 1 following and unbounded following) as due_on
    from core.dim_date

),

numbered as (

    select
        exclusion_key,
        row_number() over (partition by pupil_key, time_period order by start_date, laestab, exclusion_key)
            as nth_in_year
    from counted
    where is_counted
        and category = 'SUSP'

)

select
    counted.exclusion_key,
    counted.pupil_key,
    coalesce(at_start.pupil_term_key, at_report.pupil_term_key, -1) as pupil_term_key,
    counted.school_key,
    counted.laestab,
    counted.time_period,
    counted.term,
    counted.start_date,
    counted.end_date,
    counted.category,
    counted.category_raw,
    case when counted.category = 'SUSP' then counted.sessions end as sessions_lost,
    case when counted.category = 'SUSP' then try_cast(counted.sessions * 0.5 as decimal(7, 1)) end as days_lost_exact,
    case when counted.category = 'SUSP' then cast(floor((cast(counted.sessions as bigint) + 1) / 2) as integer) end
        as duration_days_band,
    counted.sen_provision_at_start,
    cast(numbered.nth_in_year as integer) as nth_in_year,
    numbered.nth_in_year = 1 as is_first_in_year,
    counted.source,
    counted.source_set,
    counted.reporting_census,
    counted.is_standing,
    counted.is_counted,
    case
        when counted.is_counted then null
        when counted.fallen_reason is not null then counted.fallen_reason
        when counted.source <> counted.source_of_record then 'NOT_SOURCE_OF_RECORD'
        else 'NOT_STARTED'
    end as not_counted_reason,
    counted.data_status,
    counted.notice_id,
    counted.notice_date,
    noticed_on.day_number - started_on.day_number as notice_lag_days,
    case when known_start.term is not null then counted.notice_date > next_day.due_on end as is_notice_late,
    counted.guiding_principles_used as is_by_guiding_principles,
    case counted.ehcp_interim_review_held when 'Y' then true when 'N' then false end as is_ehcp_review_held,
    counted.outcome,
    counted.category = 'PERM' or counted.category = 'SUSP' and coalesce(counted.sessions, 0) > 10 as is_day6_required,
    case
        when counted.source <> 'notices' or counted.category = 'LNCH'
            or counted.category = 'SUSP' and coalesce(counted.sessions, 0) <= 10 then null
        when counted.day6_provision_start <= add_days(counted.start_date, 5) then true
        when day6_wait.school_days > 5 then false
        when counted.day6_provision_start is not null and day6_wait.is_known then true
    end as is_day6_met,
    counted.submission_key,
    counted.source_line
from counted
left join core.dim_pupil as at_start
    on at_start.pupil_key = counted.pupil_key
    and at_start.time_period = counted.time_period
    and at_start.term = counted.term
left join core.dim_pupil as at_report
    on at_report.pupil_key = counted.pupil_key
    and at_report.time_period = counted.reporting_period
    and at_report.term = counted.reporting_term
left join core.dim_date as started_on
    on started_on.date = counted.start_date
left join core.dim_date as noticed_on
    on noticed_on.date = counted.notice_date
left join next_day
    on next_day.date = counted.start_date
left join known_term as known_start
    on known_start.time_period = counted.time_period
    and known_start.term = counted.term
left join day6_wait
    on day6_wait.exclusion_key = counted.exclusion_key
left join numbered
    on numbered.exclusion_key = counted.exclusion_key

-- One row per suspension, permanent exclusion or lunchtime exclusion, as each source tells it.
--
-- An exclusion reaches us from the school's notice and again from two censuses, and counts once. What counts is a whole
-- set, never a row: for each school and term the notices, or the latest census that collected that term
-- (core.bridge_exclusion_source chooses). Choosing row by row would count a suspension that became permanent twice, and
-- keep one that governors overturned. What is told ahead counts from its first day. An exclusion of before a school
-- opened is not that school's: it counts where the school that was open tells it. Definition: DfE suspensions and
-- permanent exclusions methodology, 1.4, 3.1 and 5.2.
with told as (

    select
        stable_key('notices', notice_id) as exclusion_key,
        'notices' as source,
        'notices' as source_set,
        cast(null as varchar) as reporting_census,
        cast(null as integer) as reporting_period,
        cast(null as varchar) as reporting_term,
        pupil_key as told_pupil_key,
        laestab,
        start_date,
        end_date,
        category,
        category_raw,
        sessions,
        sen_provision_at_start,
        notice_id,
        notice_date,
        day6_provision_start,
        coalesce(outcome, 'PENDING') as outcome,
        received_at,
        arrival,
        submission_key,
        source_line
    from staged.exclusion_notice

    union all

    select
        stable_key(census.census, told.pupil_key, told.laestab, told.start_date, told.category,
            cast(told.on_roll as varchar) || case when told.nth_row > 1 then '|' || told.nth_row else '' end)
            as exclusion_key,
        'census' as source,
        census.census as source_set,
        census.census as reporting_census,
        told.academic_year as reporting_period,
        told.census_term as reporting_term,
        told.pupil_key as told_pupil_key,
        told.laestab,
        told.start_date,
        cast(null as date) as end_date,
        told.category,
        told.category_raw,
        told.sessions,
        told.sen_provision as sen_provision_at_start,
        cast(null as varchar) as notice_id,
        cast(null as date) as notice_date,
        cast(null as date) as day6_provision_start,
        'UPHELD' as outcome,
        told.received_at,
        cast(null as bigint) as arrival,
        told.submission_key,
        told.source_line
    from (
        select    -- a pupil who left the school twice may bring an exclusion with each leaving
            *,
            row_number() over (
                partition by academic_year, census_term, pupil_key, laestab, start_date, category, on_roll
                order by source_line) as nth_row
        from staged.census_exclusion
    ) as told
    join core.dim_census as census
        on census.time_period = told.academic_year
        and census.term = told.census_term

),

-- GIAS may not know yet which establishment has a LAESTAB; of one that opened later it is known that it was not open.
last_opening as (

    select laestab, max(valid_from) as opened_on
    from core.dim_school
    where laestab is not null
    group by laestab

),

dated as (

    select
        told.*,
        coalesce(identity.pupil_key, told.told_pupil_key) as pupil_key,
        academic_year(told.start_date) as time_period,
        term_of(told.start_date) as term,
        coalesce(school.school_key, case when told.start_date < last_opening.opened_on then -3 else -1 end) as school_key,
        coalesce(outcome.counts, false) as is_upheld
    from told
    left join core.dim_school as school
        on school.laestab = told.laestab
        and told.start_date between school.valid_from and school.valid_to
    left join last_opening
        on last_opening.laestab = told.laestab
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = told.told_pupil_key
    left join config.exclusion_outcome as outcome
        on outcome.code = told.outcome

),

-- The same exclusion twice in one set: two notices of different numbers, or two UPNs of one pupil.
ranked as (

    select
        dated.*,
        row_number() over (
            partition by source_set, pupil_key, laestab, start_date, category
            order by
                case when is_upheld then 0 else 1 end,
                received_at desc, arrival desc, source_line desc, exclusion_key) as nth_telling
    from dated

),

repeated as (

    select source_set, pupil_key, laestab, start_date
    from dated
    where source = 'census'
    group by source_set, pupil_key, laestab, start_date

),

judged as (

    select
        ranked.*,
        record.source as source_of_record,
        record.data_status,
        case
            when not ranked.is_upheld then 'OVERTURNED'
            when ranked.school_key = -3 then 'SCHOOL_NOT_OPEN'
            when ranked.nth_telling > 1 then 'DUPLICATE'
            when ranked.source = 'census' and ranked.source_set <> record.last_census
                and repeated.source_set is not null
                then 'REPEATED_IN_LATER_CENSUS'
            when ranked.source = 'census' and ranked.source_set <> record.last_census then 'WITHDRAWN_IN_LATER_CENSUS'
        end as fallen_reason
    from ranked
    join core.bridge_exclusion_source as record    -- has a row for every school and term that any source mentions
        on record.laestab = ranked.laestab
        and record.time_period = ranked.time_period
        and record.term = ranked.term
    left join repeated
        on repeated.source_set = record.last_census
        and repeated.pupil_key = ranked.pupil_key
        and repeated.laestab = ranked.laestab
        and repeated.start_date = ranked.start_date

),

counted as (

    select
        judged.*,
        fallen_reason is null as is_standing,
        fallen_reason is null and source = source_of_record and start_date <= as_of_date() as is_counted
    from judged

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
        told.exclusion_key,
        sum(case when calendar.is_school_day then 1 else 0 end) as school_days,
        min(case when known_term.term is null then 0 else 1 end) = 1 as is_known
    from told
    join core.dim_date as calendar
        on calendar.date > told.start_date
        and calendar.date <= coalesce(told.day6_provision_start, as_of_date())
    left join known_term
        on known_term.time_period = calendar.time_period
        and known_term.term = calendar.term
    where told.source = 'notices'
        and (told.category = 'PERM' or told.sessions > 10)
    group by told.exclusion_key

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
    told_on.day_number - started_on.day_number as notice_lag_days,
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
left join core.dim_date as told_on
    on told_on.date = counted.notice_date
left join day6_wait
    on day6_wait.exclusion_key = counted.exclusion_key
left join numbered
    on numbered.exclusion_key = counted.exclusion_key

-- One row per LAESTAB of a state-funded school and academic year: what the year's returns tell of it.
--
-- A school that converts under the same LAESTAB is one row, with the number and name of the establishment open at the end of the year
-- (or at the as-of). A school that sent nothing has its row too, and every figure says why it is not there: neither a notice nor a
-- census that collects a term of the year does not say that there were no exclusions. What no return brings (rewards, how many staff
-- there are) is no column. The comparison stands in mart.mart_school_scorecard_measure.
with told_year as (

    select
        period.time_period,
        period.window_start,
        least(period.window_end, as_of_date()) as known_to,
        period.is_closed
    from core.dim_academic_period as period
    join (
        select time_period from total.roll where geographic_level = 'School'
        union
        select time_period from total.exclusion where geographic_level = 'School'
        union
        select time_period from total.attendance where geographic_level = 'School' and time_identifier = 'Academic year'
    ) as known    -- years of which anything is known of a school
        on known.time_period = period.time_period
    where period.time_identifier = 'Academic year'
        and period.is_begun

),

version as (

    select
        home.la_code, home.la_name,
        told_year.time_period, told_year.known_to, told_year.is_closed,
        school.laestab, school.urn, school.school_name,
        school.education_phase,
        school.phase_type_grouping,
        school.neighbourhood
    from told_year
    join core.dim_school as school
        on school.valid_from <= told_year.known_to
        and school.valid_to >= told_year.window_start
        and school.counts_in_exclusions
    join core.dim_local_authority as home
        on home.la_code = school.la_code
        and home.is_home_la
    qualify row_number() over (
        partition by told_year.time_period, school.laestab order by school.valid_from desc, school.urn desc) = 1

),

rejected as (    -- of the census returns that the roll stands on, each once

    select
        behind.time_period,
        behind.area_code,
        rate(sum(submission.rejected_count), sum(submission.row_count)) as rows_rejected_pct
    from (
        select part.time_period, part.area_code, pupil.submission_key
        from part.roll as part
        join core.fact_pupil_census as pupil
            on pupil.pupil_census_key = part.fact_key
        where part.geographic_level = 'School'
            and part.part = 'headcount'
            and part.time_identifier = 'Academic year'
        group by part.time_period, part.area_code, pupil.submission_key
    ) as behind
    join core.dim_submission as submission
        on submission.submission_key = behind.submission_key
    group by behind.time_period, behind.area_code

),

dated as (    -- a plan that is owed says that plans are registered

    select laestab, event, event_date, event_date as known_from
    from core.fact_policy_event

    union all

    select laestab, report_type, received_date, least(received_date, due_date)
    from core.fact_governance_return
    where report_type = 'INCLUSION_PLAN'
        and laestab is not null

),

event as (

    select
        version.time_period,
        version.laestab,
        min(case when dated.event = 'CHARTER_SIGNED' then dated.event_date end) as charter_signed_on,
        max(case when dated.event = 'POLICY_CHANGE' then dated.event_date end) as policy_change_date,
        min(case when dated.event = 'INCLUSION_PLAN' then dated.event_date end) as plan_received_on
    from version
    join dated
        on dated.laestab = version.laestab
        and dated.event_date <= version.known_to
    group by version.time_period, version.laestab

),

register as (

    select count(case when event <> 'INCLUSION_PLAN' then 1 end) > 0 as is_known,
        min(case when event = 'INCLUSION_PLAN' then known_from end) as plans_from
    from dated

)

select
    version.la_code,
    version.la_name,
    version.time_period,
    'Academic year' as time_identifier,
    version.known_to as as_at_date,
    coalesce(coverage.preferred_source, 'notices') as preferred_source,
    coalesce(coverage.data_status, case when version.is_closed then 'provisional' else 'year_to_date' end) as data_status,
    rejected.rows_rejected_pct,
    version.laestab,
    version.urn,
    version.school_name,
    version.education_phase,
    version.phase_type_grouping,
    version.neighbourhood,
    case when register.is_known then event.charter_signed_on is not null end as charter_signed,
    case when register.is_known then 'ok' else 'x' end as charter_signed_status,
    event.policy_change_date as policy_change_date,
    case
        when not register.is_known then 'x'
        when event.policy_change_date is null then 'z'
        else 'ok'
    end as policy_change_date_status,
    case when register.plans_from <= version.known_to then event.plan_received_on is not null end as inclusion_plan,
    case when register.plans_from <= version.known_to then 'ok' else 'x' end as inclusion_plan_status,
    stable_key('School', cast(version.laestab as varchar), version.time_period, 'Academic year', cast(null as date), 'Total', 'Total|Total',
        'Total|Total') as cell_key
from version
cross join register
left join part.exclusion__coverage as coverage
    on coverage.geographic_level = 'School'
    and coverage.area_code = cast(version.laestab as varchar)
    and coverage.time_period = version.time_period
    and coverage.time_identifier = 'Academic year'
left join rejected
    on rejected.area_code = cast(version.laestab as varchar)
    and rejected.time_period = version.time_period
left join event
    on event.laestab = version.laestab
    and event.time_period = version.time_period

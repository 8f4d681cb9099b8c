-- One row per authority, period, kind of school, topic and group: suspensions and permanent exclusions.
--
-- Column names are those of EES, so that published rows of other areas stand beside them. What adds up to each figure
-- stands in mart.mart_exclusions_la__parts; here it is only summed and divided. A period of which no notice and no census
-- tells, of any school of the authority, has no figure: that nobody said anything does not say that nothing was.
with by_measure as (    -- grouped by measure first: to sum each measure among all parts would ask every part for each

    select
        la_code, time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, measure, part,
        sum(amount) as amount
    from mart.mart_exclusions_la__parts
    group by la_code, time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, measure, part

),

summed as (

    select
        la_code,
        time_period,
        time_identifier,
        phase_type_grouping,
        breakdown_topic,
        breakdown,
        coalesce(sum(amount) filter (where measure = 'headcount'), 0) as headcount,
        coalesce(sum(amount) filter (where measure = 'headcount_unknown'), 0) as headcount_unknown,
        coalesce(sum(amount) filter (where measure = 'denominator_status'), 0) as carried,
        coalesce(sum(amount) filter (where measure = 'suspension'), 0) as suspension,
        coalesce(sum(amount) filter (where measure = 'perm_excl'), 0) as perm_excl,
        coalesce(sum(amount) filter (where measure = 'one_plus_susp'), 0) as one_plus_susp,
        coalesce(sum(amount) filter (where measure = 'pupils_suspended_distinct'), 0) as pupils_suspended_distinct,
        coalesce(sum(amount) filter (where measure = 'repeat_suspended_pupils'), 0) as repeat_suspended_pupils,
        coalesce(sum(amount) filter (where measure = 'sessions_lost'), 0) as sessions_lost,
        coalesce(sum(amount) filter (where measure = 'day6_met_pct' and part = 'numerator'), 0) as day6_met,
        coalesce(sum(amount) filter (where measure = 'day6_met_pct' and part = 'denominator'), 0) as day6_judged,
        coalesce(sum(amount) filter (where measure = 'day6_met_pct' and part = 'required'), 0) as day6_required
    from by_measure
    group by la_code, time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown

),

-- Whether pupils of an earlier January are among those of a kind of school, and whether there are any.
denominator as (

    select
        time_period,
        time_identifier,
        phase_type_grouping,
        case when sum(headcount) = 0 then 'none' when sum(carried) > 0 then 'provisional' else 'final' end
            as denominator_status
    from summed
    where breakdown_topic = 'Total'
    group by time_period, time_identifier, phase_type_grouping

),

covered as (    -- schools of the authority that the figures cover, and those that GIAS does not know

    select source.*
    from core.bridge_exclusion_source as source
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = cast(floor(source.laestab / 10000) as integer)
    left join (
        select laestab, max(case when counts_in_exclusions then 1 else 0 end) as is_covered
        from core.dim_school
        group by laestab
    ) as school
        on school.laestab = source.laestab
    where coalesce(school.is_covered, 1) = 1

),

-- What counts in a period, over all these schools.
source_of_period as (

    select
        period.time_period,
        period.time_identifier,
        case when min(source.source) = 'census' and max(source.source) = 'census' then 'census' else 'notices' end
            as preferred_source,
        case
            when not period.is_closed then 'year_to_date'
            when min(source.data_status) = 'final' and max(source.data_status) = 'final' then 'final'
            else 'provisional'
        end as data_status,
        count(source.laestab) > 0 as is_told
    from core.dim_academic_period as period
    left join covered as source
        on source.time_period = period.time_period
        and coalesce(period.term, source.term) = source.term
    group by period.time_period, period.time_identifier, period.is_closed

),

-- A running period is compared with none, what notices tell never with what censuses tell, and nothing with what nobody told
record as (

    select
        source_of_period.*,
        source_of_period.data_status <> 'year_to_date'
            and source_of_period.is_told
            and coalesce(before.is_told, false)
            and source_of_period.preferred_source = coalesce(before.preferred_source, source_of_period.preferred_source)
            as is_comparable
    from source_of_period
    left join source_of_period as before
        on before.time_period = source_of_period.time_period - 101
        and before.time_identifier = source_of_period.time_identifier

),

-- Each census return that a headcount stands on, once.
return_behind as (

    select part.time_period, pupil.submission_key
    from mart.mart_exclusions_la__parts as part
    join core.fact_pupil_census as pupil
        on pupil.pupil_census_key = part.fact_key
    where part.measure = 'headcount'
        and part.time_identifier = 'Academic year'
        and part.phase_type_grouping = 'Total'
        and part.breakdown_topic = 'Total'
    group by part.time_period, pupil.submission_key

),

rejected as (

    select
        return_behind.time_period,
        rate(sum(submission.rejected_count), sum(submission.row_count)) as rows_rejected_pct
    from return_behind
    join core.dim_submission as submission
        on submission.submission_key = return_behind.submission_key
    group by return_behind.time_period

)

select
    summed.la_code,
    authority.la_name,
    summed.time_period,
    summed.time_identifier,
    as_of_date() as as_at_date,
    record.preferred_source,
    record.data_status,
    rejected.rows_rejected_pct,
    summed.phase_type_grouping,
    summed.breakdown_topic,
    summed.breakdown,
    summed.headcount,
    'ok' as headcount_status,
    summed.headcount_unknown,
    'ok' as headcount_unknown_status,
    denominator.denominator_status,
    case when record.is_told then summed.suspension end as suspension,
    case when record.is_told then 'ok' else 'x' end as suspension_status,
    case when record.is_told then rate(summed.suspension, summed.headcount) end as susp_rate,
    case when not record.is_told then 'x' when summed.headcount = 0 then 'z' else 'ok' end as susp_rate_status,
    case when record.is_told then summed.perm_excl end as perm_excl,
    case when record.is_told then 'ok' else 'x' end as perm_excl_status,
    case when record.is_told then rate(summed.perm_excl, summed.headcount) end as perm_excl_rate,
    case when not record.is_told then 'x' when summed.headcount = 0 then 'z' else 'ok' end as perm_excl_rate_status,
    case when record.is_told then summed.one_plus_susp end as one_plus_susp,
    case when record.is_told then 'ok' else 'x' end as one_plus_susp_status,
    case when record.is_told then rate(summed.one_plus_susp, summed.headcount) end as one_plus_susp_rate,
    case when not record.is_told then 'x' when summed.headcount = 0 then 'z' else 'ok' end as one_plus_susp_rate_status,
    case when record.is_told then summed.pupils_suspended_distinct end as pupils_suspended_distinct,
    case when record.is_told then 'ok' else 'x' end as pupils_suspended_distinct_status,
    case when record.is_told then summed.repeat_suspended_pupils end as repeat_suspended_pupils,
    case when record.is_told then 'ok' else 'x' end as repeat_suspended_pupils_status,
    case when record.is_told then summed.sessions_lost end as sessions_lost,
    case when record.is_told then 'ok' else 'x' end as sessions_lost_status,
    case when record.is_told then summed.sessions_lost * 0.5 end as days_lost_exact,
    case when record.is_told then 'ok' else 'x' end as days_lost_exact_status,
    case when record.is_told then quotient(summed.sessions_lost, summed.headcount, 50) end as days_lost_per_100_pupils,
    case when not record.is_told then 'x' when summed.headcount = 0 then 'z' else 'ok' end as days_lost_per_100_pupils_status,
    quotient(summed.sessions_lost, 2 * summed.suspension, 1) as mean_duration_days,
    case when not record.is_told then 'x' when summed.suspension = 0 then 'z' else 'ok' end as mean_duration_days_status,
    rate(summed.day6_met, summed.day6_judged) as day6_met_pct,
    case
        when not record.is_told then 'x'
        when summed.day6_required = 0 then 'z'
        when summed.day6_judged = 0 then 'x'
        else 'ok'
    end as day6_met_pct_status,
    case when record.is_comparable then rate(summed.suspension - before.suspension, before.suspension) end
        as yoy_change_pct,
    case
        when not record.is_comparable then 'x'
        when coalesce(before.suspension, 0) = 0 then 'z'
        else 'ok'
    end as yoy_change_pct_status
from summed
join core.dim_local_authority as authority
    on authority.la_code = summed.la_code
join record
    on record.time_period = summed.time_period
    and record.time_identifier = summed.time_identifier
join denominator
    on denominator.time_period = summed.time_period
    and denominator.time_identifier = summed.time_identifier
    and denominator.phase_type_grouping = summed.phase_type_grouping
left join rejected
    on rejected.time_period = summed.time_period
left join summed as before
    on before.time_period = summed.time_period - 101
    and before.time_identifier = summed.time_identifier
    and before.phase_type_grouping = summed.phase_type_grouping
    and before.breakdown_topic = summed.breakdown_topic
    and before.breakdown = summed.breakdown

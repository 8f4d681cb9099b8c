-- One row per LAESTAB of a state-funded school and academic year: what the year's returns tell of it.
--
-- A school that converts under the same LAESTAB is one row, with the number and name of the establishment open at the
-- end of the year (or at the as-of). A school that sent nothing has its row too, and every figure says why it is not
-- there: neither a notice nor a census that collects a term of the year does not say that there were no exclusions. What
-- adds up to each figure stands in mart.mart_school_scorecard__parts; the comparison in mart.mart_school_scorecard_measure.
with by_measure as (    -- grouped by measure first: to sum each measure among all parts would ask every part for each

    select la_code, time_period, laestab, measure, part, sum(amount) as amount
    from mart.mart_school_scorecard__parts
    group by la_code, time_period, laestab, measure, part

),

summed as (

    select
        la_code,
        time_period,
        laestab,
        sum(amount) filter (where measure = 'roll') as roll,
        sum(amount) filter (where measure = 'enrolments') as enrolments,
        sum(amount) filter (where measure = 'pa_enrolments') as pa_enrolments,
        sum(amount) filter (where measure = 'severe_enrolments') as severe_enrolments,
        sum(amount) filter (where measure = 'suspension') as suspension,
        sum(amount) filter (where measure = 'perm_excl') as perm_excl,
        sum(amount) filter (where measure = 'one_plus_susp') as one_plus_susp,
        sum(amount) filter (where measure = 'ap_pupils') as ap_pupils,
        sum(amount) filter (where measure = 'fsm_pct' and part = 'numerator') as fsm_pct_numerator,
        sum(amount) filter (where measure = 'fsm_pct' and part = 'denominator') as fsm_pct_denominator,
        sum(amount) filter (where measure = 'sen_support_pct' and part = 'numerator') as sen_support_pct_numerator,
        sum(amount) filter (where measure = 'sen_support_pct' and part = 'denominator') as sen_support_pct_denominator,
        sum(amount) filter (where measure = 'ehcp_pct' and part = 'numerator') as ehcp_pct_numerator,
        sum(amount) filter (where measure = 'ehcp_pct' and part = 'denominator') as ehcp_pct_denominator,
        sum(amount) filter (where measure = 'eal_pct' and part = 'numerator') as eal_pct_numerator,
        sum(amount) filter (where measure = 'eal_pct' and part = 'denominator') as eal_pct_denominator,
        sum(amount) filter (where measure = 'attendance_rate' and part = 'numerator') as attendance_rate_numerator,
        sum(amount) filter (where measure = 'attendance_rate' and part = 'denominator') as attendance_rate_denominator,
        sum(amount) filter (where measure = 'absence_rate' and part = 'numerator') as absence_rate_numerator,
        sum(amount) filter (where measure = 'absence_rate' and part = 'denominator') as absence_rate_denominator,
        sum(amount) filter (where measure = 'pa_rate' and part = 'numerator') as pa_rate_numerator,
        sum(amount) filter (where measure = 'pa_rate' and part = 'denominator') as pa_rate_denominator,
        sum(amount) filter (where measure = 'severe_rate' and part = 'numerator') as severe_rate_numerator,
        sum(amount) filter (where measure = 'severe_rate' and part = 'denominator') as severe_rate_denominator,
        sum(amount) filter (where measure = 'susp_rate' and part = 'numerator') as susp_rate_numerator,
        sum(amount) filter (where measure = 'susp_rate' and part = 'denominator') as susp_rate_denominator,
        sum(amount)
            filter (where measure = 'one_plus_susp_rate' and part = 'numerator') as one_plus_susp_rate_numerator,
        sum(amount)
            filter (where measure = 'one_plus_susp_rate' and part = 'denominator') as one_plus_susp_rate_denominator,
        sum(amount) filter (where measure = 'days_lost_per_100' and part = 'numerator') as days_lost_per_100_numerator,
        sum(amount)
            filter (where measure = 'days_lost_per_100' and part = 'denominator') as days_lost_per_100_denominator,
        sum(amount) filter (where measure = 'c2_sessions_pct' and part = 'numerator') as c2_sessions_pct_numerator,
        sum(amount) filter (where measure = 'c2_sessions_pct' and part = 'denominator') as c2_sessions_pct_denominator
    from by_measure
    group by la_code, time_period, laestab

),

told_year as (

    select
        period.time_period,
        period.window_start,
        period.window_end,
        least(period.window_end, as_of_date()) as known_to,
        period.is_closed
    from core.dim_academic_period as period
    join (select time_period from summed group by time_period) as told
        on told.time_period = period.time_period
    where period.time_identifier = 'Academic year'
        and period.is_begun

),

version as (

    select
        home.la_code,
        home.la_name,
        told_year.time_period,
        told_year.known_to,
        told_year.is_closed,
        school.laestab,
        school.urn,
        school.school_name,
        school.education_phase,
        school.phase_type_grouping,
        school.neighbourhood,
        not school.is_ap as counts_in_attendance
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

record as (    -- what counts of the school's exclusions, over the terms of the year

    select
        laestab,
        time_period,
        case when min(source) = 'census' and max(source) = 'census' then 'census' else 'notices' end as preferred_source,
        case when min(data_status) = 'final' and max(data_status) = 'final' then 'final' else 'provisional' end as data_status
    from core.bridge_exclusion_source
    group by laestab, time_period

),

rejected as (    -- of the census returns that the roll stands on, each once

    select
        behind.time_period,
        behind.laestab,
        rate(sum(submission.rejected_count), sum(submission.row_count)) as rows_rejected_pct
    from (
        select part.time_period, part.laestab, pupil.submission_key
        from mart.mart_school_scorecard__parts as part
        join core.fact_pupil_census as pupil
            on pupil.pupil_census_key = part.fact_key
        where part.measure = 'roll'
        group by part.time_period, part.laestab, pupil.submission_key
    ) as behind
    join core.dim_submission as submission
        on submission.submission_key = behind.submission_key
    group by behind.time_period, behind.laestab

),

event as (

    select
        version.time_period,
        version.laestab,
        min(case when told.event = 'CHARTER_SIGNED' then told.event_date end) as charter_signed_on,
        max(case when told.event = 'POLICY_CHANGE' then told.event_date end) as policy_change_date
    from version
    join core.fact_policy_event as told
        on told.laestab = version.laestab
        and told.event_date <= version.known_to
    group by version.time_period, version.laestab

),

register as (

    select count(*) > 0 as is_known
    from core.fact_policy_event

)

select
    version.la_code,
    version.la_name,
    version.time_period,
    'Academic year' as time_identifier,
    version.known_to as as_at_date,
    coalesce(record.preferred_source, 'notices') as preferred_source,
    case when version.is_closed then coalesce(record.data_status, 'provisional') else 'year_to_date' end as data_status,
    rejected.rows_rejected_pct,
    version.laestab,
    version.urn,
    version.school_name,
    version.education_phase,
    version.phase_type_grouping,
    version.neighbourhood,
    coalesce(summed.roll, case when headcount.laestab is not null then 0 end) as roll,
    case when summed.roll is null and headcount.laestab is null then 'x' else 'ok' end as roll_status,
    rate(coalesce(summed.fsm_pct_numerator, 0), summed.fsm_pct_denominator) as fsm_pct,
    case when summed.roll > 0 then 'ok' when headcount.laestab is not null then 'z' else 'x' end as fsm_pct_status,
    rate(coalesce(summed.sen_support_pct_numerator, 0), summed.sen_support_pct_denominator) as sen_support_pct,
    case when summed.roll > 0 then 'ok' when headcount.laestab is not null then 'z' else 'x' end as sen_support_pct_status,
    rate(coalesce(summed.ehcp_pct_numerator, 0), summed.ehcp_pct_denominator) as ehcp_pct,
    case when summed.roll > 0 then 'ok' when headcount.laestab is not null then 'z' else 'x' end as ehcp_pct_status,
    rate(coalesce(summed.eal_pct_numerator, 0), summed.eal_pct_denominator) as eal_pct,
    case when summed.roll > 0 then 'ok' when headcount.laestab is not null then 'z' else 'x' end as eal_pct_status,
    summed.enrolments as enrolments,
    case
        when not version.counts_in_attendance then 'z'
        when summed.enrolments is null then 'x'
        else 'ok'
    end as enrolments_status,
    rate(coalesce(summed.attendance_rate_numerator, 0), summed.attendance_rate_denominator) as attendance_rate,
    case
        when not version.counts_in_attendance then 'z'
        when coalesce(summed.attendance_rate_denominator, 0) = 0 then 'x'
        else 'ok'
    end as attendance_rate_status,
    rate(coalesce(summed.absence_rate_numerator, 0), summed.absence_rate_denominator) as absence_rate,
    case
        when not version.counts_in_attendance then 'z'
        when coalesce(summed.absence_rate_denominator, 0) = 0 then 'x'
        else 'ok'
    end as absence_rate_status,
    summed.pa_enrolments as pa_enrolments,
    case
        when not version.counts_in_attendance then 'z'
        when summed.pa_enrolments is null then 'x'
        else 'ok'
    end as pa_enrolments_status,
    rate(coalesce(summed.pa_rate_numerator, 0), summed.pa_rate_denominator) as pa_rate,
    case
        when not version.counts_in_attendance then 'z'
        when coalesce(summed.pa_rate_denominator, 0) = 0 then 'x'
        else 'ok'
    end as pa_rate_status,
    summed.severe_enrolments as severe_enrolments,
    case
        when not version.counts_in_attendance then 'z'
        when summed.severe_enrolments is null then 'x'
        else 'ok'
    end as severe_enrolments_status,
    rate(coalesce(summed.severe_rate_numerator, 0), summed.severe_rate_denominator) as severe_rate,
    case
        when not version.counts_in_attendance then 'z'
        when coalesce(summed.severe_rate_denominator, 0) = 0 then 'x'
        else 'ok'
    end as severe_rate_status,
    case when record.laestab is not null then coalesce(summed.suspension, 0) end as suspension,
    case when record.laestab is null then 'x' else 'ok' end as suspension_status,
    case when record.laestab is not null
        then rate(coalesce(summed.susp_rate_numerator, 0), summed.susp_rate_denominator) end as susp_rate,
    case when record.laestab is null then 'x' when coalesce(summed.roll, 0) = 0 then 'z' else 'ok' end as susp_rate_status,
    case when record.laestab is not null then coalesce(summed.perm_excl, 0) end as perm_excl,
    case when record.laestab is null then 'x' else 'ok' end as perm_excl_status,
    case when record.laestab is not null then coalesce(summed.one_plus_susp, 0) end as one_plus_susp,
    case when record.laestab is null then 'x' else 'ok' end as one_plus_susp_status,
    case when record.laestab is not null
        then rate(coalesce(summed.one_plus_susp_rate_numerator, 0), summed.one_plus_susp_rate_denominator) end as one_plus_susp_rate,
    case when record.laestab is null then 'x' when coalesce(summed.roll, 0) = 0 then 'z' else 'ok' end as one_plus_susp_rate_status,
    case when record.laestab is not null
        then quotient(coalesce(summed.days_lost_per_100_numerator, 0), summed.days_lost_per_100_denominator, 50) end as days_lost_per_100,
    case when record.laestab is null then 'x' when coalesce(summed.roll, 0) = 0 then 'z' else 'ok' end as days_lost_per_100_status,
    rate(coalesce(summed.c2_sessions_pct_numerator, 0), summed.c2_sessions_pct_denominator) as c2_sessions_pct,
    case
        when not version.counts_in_attendance then 'z'
        when coalesce(summed.c2_sessions_pct_denominator, 0) = 0 then 'x'
        else 'ok'
    end as c2_sessions_pct_status,
    case when summed.roll is not null or summed.ap_pupils is not null then coalesce(summed.ap_pupils, 0) end as ap_pupils,
    case when summed.roll is null and summed.ap_pupils is null then 'x' else 'ok' end as ap_pupils_status,
    case when register.is_known then event.charter_signed_on is not null end as charter_signed,
    case when register.is_known then 'ok' else 'x' end as charter_signed_status,
    event.policy_change_date as policy_change_date,
    case
        when not register.is_known then 'x'
        when event.policy_change_date is null then 'z'
        else 'ok'
    end as policy_change_date_status
from version
cross join register
left join summed
    on summed.laestab = version.laestab
    and summed.time_period = version.time_period
left join record
    on record.laestab = version.laestab
    and record.time_period = version.time_period
left join core.bridge_headcount_source as headcount
    on headcount.laestab = version.laestab
    and headcount.time_period = version.time_period
left join rejected
    on rejected.laestab = version.laestab
    and rejected.time_period = version.time_period
left join event
    on event.laestab = version.laestab
    and event.time_period = version.time_period

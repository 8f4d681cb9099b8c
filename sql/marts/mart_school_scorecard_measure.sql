-- One row per school, academic year and measure: the school beside the authority's schools of its phase and England's.
--
-- The quartile is that of the schools of the phase which have a figure, four at least: 1 the best quarter where the
-- measure has a better side, else the lowest; equal figures share one. Green is at least as good as the authority's
-- schools of the phase together, red the last quartile of those that are worse, amber between. A count is no share: it
-- has the authority's total beside it and no colour. Beside the authority's figure stands on how many it rests, since
-- a figure of few is as telling for all schools as for one.
with figure as (    -- figures of a school in one column

    select
        school.la_code,
        school.la_name,
        school.time_period,
        school.time_identifier,
        school.as_at_date,
        school.preferred_source,
        school.data_status,
        school.laestab,
        school.urn,
        school.school_name,
        school.education_phase,
        place.mart_column,
        measure.measure_code,
        measure.measure_name,
        measure.unit,
        measure.polarity,
        measure.comparator_dataset,
        measure.comparator_measure,
        cast(case place.mart_column
            when 'roll' then school.roll
            when 'fsm_pct' then school.fsm_pct
            when 'sen_support_pct' then school.sen_support_pct
            when 'ehcp_pct' then school.ehcp_pct
            when 'eal_pct' then school.eal_pct
            when 'enrolments' then school.enrolments
            when 'attendance_rate' then school.attendance_rate
            when 'absence_rate' then school.absence_rate
            when 'pa_enrolments' then school.pa_enrolments
            when 'pa_rate' then school.pa_rate
            when 'severe_enrolments' then school.severe_enrolments
            when 'severe_rate' then school.severe_rate
            when 'suspension' then school.suspension
            when 'susp_rate' then school.susp_rate
            when 'perm_excl' then school.perm_excl
            when 'one_plus_susp' then school.one_plus_susp
            when 'one_plus_susp_rate' then school.one_plus_susp_rate
            when 'days_lost_per_100' then school.days_lost_per_100
            when 'c2_sessions_pct' then school.c2_sessions_pct
            when 'ap_pupils' then school.ap_pupils
        end as double) as value,
        case place.mart_column
            when 'roll' then school.roll_status
            when 'fsm_pct' then school.fsm_pct_status
            when 'sen_support_pct' then school.sen_support_pct_status
            when 'ehcp_pct' then school.ehcp_pct_status
            when 'eal_pct' then school.eal_pct_status
            when 'enrolments' then school.enrolments_status
            when 'attendance_rate' then school.attendance_rate_status
            when 'absence_rate' then school.absence_rate_status
            when 'pa_enrolments' then school.pa_enrolments_status
            when 'pa_rate' then school.pa_rate_status
            when 'severe_enrolments' then school.severe_enrolments_status
            when 'severe_rate' then school.severe_rate_status
            when 'suspension' then school.suspension_status
            when 'susp_rate' then school.susp_rate_status
            when 'perm_excl' then school.perm_excl_status
            when 'one_plus_susp' then school.one_plus_susp_status
            when 'one_plus_susp_rate' then school.one_plus_susp_rate_status
            when 'days_lost_per_100' then school.days_lost_per_100_status
            when 'c2_sessions_pct' then school.c2_sessions_pct_status
            when 'ap_pupils' then school.ap_pupils_status
        end as value_status
    from mart.mart_school_scorecard as school
    join config.measure_column as place
        on place.mart = 'mart_school_scorecard'
    join core.dim_measure as measure
        on measure.measure_code = place.measure_code
        and measure.is_current
    where place.mart_column not in ('charter_signed', 'policy_change_date')    -- no numbers

),

phase_sum as (

    select
        part.time_period,
        school.education_phase,
        part.measure,
        sum(case when part.part <> 'denominator' then part.amount else 0 end) as amount,
        sum(case when part.part = 'denominator' then part.amount end) as denominator,
        max(case when part.part = 'value' then 1 else 0 end) = 1 as is_count
    from mart.mart_school_scorecard__parts as part
    join mart.mart_school_scorecard as school
        on school.laestab = part.laestab
        and school.time_period = part.time_period
    group by part.time_period, school.education_phase, part.measure

),

phase_value as (

    select
        time_period,
        education_phase,
        measure,
        is_count,
        case
            when is_count then cast(amount as double)
            when measure = 'days_lost_per_100' then quotient(amount, denominator, 50)
            else rate(amount, denominator)
        end as la_value
    from phase_sum

),

resting_on (measure, counted) as (    -- rates whose numerator are sessions, not pupils or events

    values
        ('attendance_rate', 'enrolments'),
        ('absence_rate', 'enrolments'),
        ('c2_sessions_pct', 'enrolments'),
        ('days_lost_per_100', 'suspension')

),

england as (

    select
        benchmark.dataset,
        benchmark.measure,
        benchmark.time_period,
        benchmark.phase_type_grouping as education_phase,
        benchmark.value as national_value,
        benchmark.value_status,
        benchmark.as_at_date,
        period.window_end
    from core.fact_benchmark as benchmark
    left join core.dim_academic_period as period
        on period.time_period = benchmark.time_period
        and period.time_identifier = benchmark.time_identifier
    where benchmark.geographic_level = 'National'
        and benchmark.time_identifier = 'Academic year'
        and benchmark.breakdown_topic = 'Total'
        and benchmark.breakdown = 'Total'
    qualify row_number() over (    -- of two types of school that are one phase, the state-funded
        partition by benchmark.dataset, benchmark.measure, benchmark.time_period, benchmark.phase_type_grouping
        order by case when benchmark.school_type like 'State-funded%' then 0 else 1 end, benchmark.school_type) = 1

),

marked as (    -- up to which day a school's registers are known

    select laestab, time_period, max(last_marked) as last_marked
    from core.fact_attendance_school
    where time_identifier = 'Academic year'
    group by laestab, time_period

),

ranked as (

    select
        time_period,
        education_phase,
        measure_code,
        laestab,
        rank() over (
            partition by time_period, education_phase, measure_code
            order by case polarity when 'HIGH' then -value else value end) as place,
        count(*) over (partition by time_period, education_phase, measure_code) as schools
    from figure
    where value is not null

),

compared as (

    select
        figure.*,
        phase_value.la_value,
        phase_value.is_count,
        phase_count.amount as la_count,
        case when is_same_cut_off(
            case when figure.comparator_dataset = 'pupil_attendance' then marked.last_marked else figure.as_at_date end,
            england.as_at_date, england.window_end) then england.national_value end as national_value,
        case when is_same_cut_off(
            case when figure.comparator_dataset = 'pupil_attendance' then marked.last_marked else figure.as_at_date end,
            england.as_at_date, england.window_end) then england.value_status else 'z' end as national_status,
        case when ranked.schools >= 4 then cast(floor((ranked.place - 1) * 4 / ranked.schools) as integer) + 1 end
            as quartile_in_la
    from figure
    left join phase_value
        on phase_value.time_period = figure.time_period
        and phase_value.education_phase = figure.education_phase
        and phase_value.measure = figure.mart_column
    left join resting_on
        on resting_on.measure = figure.mart_column
    left join phase_sum as phase_count
        on phase_count.time_period = figure.time_period
        and phase_count.education_phase = figure.education_phase
        and phase_count.measure = coalesce(resting_on.counted, figure.mart_column)
    left join england
        on england.dataset = figure.comparator_dataset
        and england.measure = figure.comparator_measure
        and england.time_period = figure.time_period
        and england.education_phase = figure.education_phase
    left join marked
        on marked.laestab = figure.laestab
        and marked.time_period = figure.time_period
    left join ranked
        on ranked.time_period = figure.time_period
        and ranked.education_phase = figure.education_phase
        and ranked.measure_code = figure.measure_code
        and ranked.laestab = figure.laestab

)

select
    la_code,
    la_name,
    time_period,
    time_identifier,
    as_at_date,
    preferred_source,
    data_status,
    laestab,
    urn,
    school_name,
    education_phase,
    measure_code,
    measure_name,
    unit,
    polarity,
    value,
    value_status,
    la_value,
    case when la_value is null then 'x' else 'ok' end as la_value_status,
    national_value,
    coalesce(national_status, case when comparator_dataset is null then 'z' else 'x' end) as national_value_status,
    quartile_in_la,
    case
        when quartile_in_la is not null then 'ok'
        when value is null then value_status
        else 'z'
    end as quartile_in_la_status,
    case
        when is_count or polarity = 'NONE' or value is null or la_value is null then null
        when polarity = 'HIGH' and value >= la_value or polarity = 'LOW' and value <= la_value then 'green'
        when quartile_in_la = 4 then 'red'
        else 'amber'
    end as rag,
    cast(la_count as integer) as la_count
from compared

-- One row per figure that an outcome stands on: its actual, its baseline, and what is published for others.
--
-- A measure's figure is the cell of its mart that config/measures.yml names: here is a branch for each mart of the
-- authority, and in it a line for each measure. Financial years answer the academic year in which they end. Only
-- strategies of the home's authority have rows. Attendance is compared by phase alone, as DfE's totals over phases
-- are weighted; a figure of a running year with what is published up to the same week alone.
with cell as (

    select
        named.measure_code,
        exclusions.phase_type_grouping,
        exclusions.breakdown_topic,
        exclusions.breakdown,
        'Total' as scope_code,
        exclusions.time_period,
        exclusions.time_identifier,
        exclusions.as_at_date,
        exclusions.preferred_source,
        exclusions.data_status,
        'mart.mart_exclusions_la' as fact,
        stable_key(exclusions.phase_type_grouping, exclusions.breakdown_topic, exclusions.breakdown,
            exclusions.time_period) as fact_key,
        try_cast(case named.measure_code
            when 'headcount' then exclusions.headcount
            when 'headcount_unknown' then exclusions.headcount_unknown
            when 'suspension' then exclusions.suspension
            when 'susp_rate' then exclusions.susp_rate
            when 'perm_excl' then exclusions.perm_excl
            when 'perm_excl_rate' then exclusions.perm_excl_rate
            when 'one_plus_susp' then exclusions.one_plus_susp
            when 'one_plus_susp_rate' then exclusions.one_plus_susp_rate
            when 'pupils_suspended_distinct' then exclusions.pupils_suspended_distinct
            when 'repeat_suspended_pupils' then exclusions.repeat_suspended_pupils
            when 'sessions_lost' then exclusions.sessions_lost
            when 'days_lost_exact' then exclusions.days_lost_exact
            when 'days_lost_per_100_pupils' then exclusions.days_lost_per_100_pupils
            when 'mean_duration_days' then exclusions.mean_duration_days
            when 'day6_met_pct' then exclusions.day6_met_pct
            when 'yoy_change_pct' then exclusions.yoy_change_pct
        end as decimal(18, 6)) as amount,
        case named.measure_code
            when 'headcount' then exclusions.headcount_status
            when 'headcount_unknown' then exclusions.headcount_unknown_status
            when 'suspension' then exclusions.suspension_status
            when 'susp_rate' then exclusions.susp_rate_status
            when 'perm_excl' then exclusions.perm_excl_status
            when 'perm_excl_rate' then exclusions.perm_excl_rate_status
            when 'one_plus_susp' then exclusions.one_plus_susp_status
            when 'one_plus_susp_rate' then exclusions.one_plus_susp_rate_status
            when 'pupils_suspended_distinct' then exclusions.pupils_suspended_distinct_status
            when 'repeat_suspended_pupils' then exclusions.repeat_suspended_pupils_status
            when 'sessions_lost' then exclusions.sessions_lost_status
            when 'days_lost_exact' then exclusions.days_lost_exact_status
            when 'days_lost_per_100_pupils' then exclusions.days_lost_per_100_pupils_status
            when 'mean_duration_days' then exclusions.mean_duration_days_status
            when 'day6_met_pct' then exclusions.day6_met_pct_status
            when 'yoy_change_pct' then exclusions.yoy_change_pct_status
        end as amount_status
    from mart.mart_exclusions_la as exclusions
    join core.dim_measure as named
        on named.mart = 'mart_exclusions_la'
        and named.is_current
    where exclusions.time_identifier = 'Academic year'

    union all

    select
        named.measure_code,
        attendance.education_phase as phase_type_grouping,
        attendance.breakdown_topic,
        attendance.breakdown,
        'Total' as scope_code,
        attendance.time_period,
        attendance.time_identifier,
        attendance.as_at_date,
        attendance.preferred_source,
        attendance.data_status,
        'mart.mart_attendance_la' as fact,
        stable_key(attendance.education_phase, attendance.breakdown_topic, attendance.breakdown,
            attendance.time_period) as fact_key,
        try_cast(case named.measure_code
            when 'attendance_rate' then attendance.attendance_rate
            when 'absence_rate' then attendance.absence_rate
            when 'authorised_rate' then attendance.authorised_rate
            when 'unauthorised_rate' then attendance.unauthorised_rate
            when 'pa_rate' then attendance.pa_rate
            when 'severe_rate' then attendance.severe_rate
            when 'attendance_enrolments' then attendance.enrolments
            when 'sessions_possible' then attendance.possible
            when 'pa_enrolments' then attendance.pa_enrolments
            when 'severe_enrolments' then attendance.severe_enrolments
            when 'illness_perc' then attendance.illness_perc
            when 'appointments_perc' then attendance.appointments_perc
            when 'auth_religious_perc' then attendance.auth_religious_perc
            when 'auth_study_perc' then attendance.auth_study_perc
            when 'auth_mob_perc' then attendance.auth_mob_perc
            when 'auth_holiday_perc' then attendance.auth_holiday_perc
            when 'auth_excluded_perc' then attendance.auth_excluded_perc
            when 'auth_performance_perc' then attendance.auth_performance_perc
            when 'auth_interview_perc' then attendance.auth_interview_perc
            when 'auth_part_time_perc' then attendance.auth_part_time_perc
            when 'auth_other_perc' then attendance.auth_other_perc
            when 'unauth_hol_perc' then attendance.unauth_hol_perc
            when 'unauth_oth_perc' then attendance.unauth_oth_perc
            when 'unauth_late_registers_closed_perc' then attendance.unauth_late_registers_closed_perc
            when 'unauth_not_yet_perc' then attendance.unauth_not_yet_perc
            when 'attendance_england_rate' then attendance.england_rate
        end as decimal(18, 6)) as amount,
        case named.measure_code
            when 'attendance_rate' then attendance.attendance_rate_status
            when 'absence_rate' then attendance.absence_rate_status
            when 'authorised_rate' then attendance.authorised_rate_status
            when 'unauthorised_rate' then attendance.unauthorised_rate_status
            when 'pa_rate' then attendance.pa_rate_status
            when 'severe_rate' then attendance.severe_rate_status
            when 'attendance_enrolments' then attendance.enrolments_status
            when 'sessions_possible' then attendance.possible_status
            when 'pa_enrolments' then attendance.pa_enrolments_status
            when 'severe_enrolments' then attendance.severe_enrolments_status
            when 'illness_perc' then attendance.illness_perc_status
            when 'appointments_perc' then attendance.appointments_perc_status
            when 'auth_religious_perc' then attendance.auth_religious_perc_status
            when 'auth_study_perc' then attendance.auth_study_perc_status
            when 'auth_mob_perc' then attendance.auth_mob_perc_status
            when 'auth_holiday_perc' then attendance.auth_holiday_perc_status
            when 'auth_excluded_perc' then attendance.auth_excluded_perc_status
            when 'auth_performance_perc' then attendance.auth_performance_perc_status
            when 'auth_interview_perc' then attendance.auth_interview_perc_status
            when 'auth_part_time_perc' then attendance.auth_part_time_perc_status
            when 'auth_other_perc' then attendance.auth_other_perc_status
            when 'unauth_hol_perc' then attendance.unauth_hol_perc_status
            when 'unauth_oth_perc' then attendance.unauth_oth_perc_status
            when 'unauth_late_registers_closed_perc' then attendance.unauth_late_registers_closed_perc_status
            when 'unauth_not_yet_perc' then attendance.unauth_not_yet_perc_status
            when 'attendance_england_rate' then attendance.england_rate_status
        end as amount_status
    from mart.mart_attendance_la as attendance
    join core.dim_measure as named
        on named.mart = 'mart_attendance_la'
        and named.is_current
    where attendance.time_identifier = 'Academic year'

    union all

    select
        named.measure_code,
        'Total' as phase_type_grouping,
        'Total' as breakdown_topic,
        'Total' as breakdown,
        'Total' as scope_code,
        ebsna.time_period,
        ebsna.time_identifier,
        ebsna.as_at_date,
        ebsna.preferred_source,
        ebsna.data_status,
        'mart.mart_ebsna_attendance' as fact,
        stable_key(ebsna.cohort, ebsna.provision_code, ebsna.time_period) as fact_key,
        try_cast(case named.measure_code
            when 'ebsna_pupils' then ebsna.pupils
            when 'ebsna_attendance_rate' then ebsna.attendance_rate
            when 'ebsna_baseline_rate' then ebsna.baseline_rate
            when 'ebsna_change_pp' then ebsna.change_pp
            when 'ebsna_pupils_compared' then ebsna.pupils_compared
            when 'ebsna_sessions_possible' then ebsna.sessions_possible
            when 'ebsna_improved_pct' then ebsna.improved_pct
            when 'ebsna_severe_before_pct' then ebsna.severe_before_pct
            when 'ebsna_severe_after_pct' then ebsna.severe_after_pct
            when 'ebsna_code_i_pct' then ebsna.code_i_pct
            when 'ebsna_code_c_pct' then ebsna.code_c_pct
            when 'ebsna_code_c2_pct' then ebsna.code_c2_pct
            when 'ebsna_code_o_pct' then ebsna.code_o_pct
            when 'ebsna_code_n_pct' then ebsna.code_n_pct
            when 'ebsna_code_b_pct' then ebsna.code_b_pct
            when 'ebsna_code_k_pct' then ebsna.code_k_pct
            when 'ebsna_still_in_support' then ebsna.still_in_support
        end as decimal(18, 6)) as amount,
        case named.measure_code
            when 'ebsna_pupils' then ebsna.pupils_status
            when 'ebsna_attendance_rate' then ebsna.attendance_rate_status
            when 'ebsna_baseline_rate' then ebsna.baseline_rate_status
            when 'ebsna_change_pp' then ebsna.change_pp_status
            when 'ebsna_pupils_compared' then ebsna.pupils_compared_status
            when 'ebsna_sessions_possible' then ebsna.sessions_possible_status
            when 'ebsna_improved_pct' then ebsna.improved_pct_status
            when 'ebsna_severe_before_pct' then ebsna.severe_before_pct_status
            when 'ebsna_severe_after_pct' then ebsna.severe_after_pct_status
            when 'ebsna_code_i_pct' then ebsna.code_i_pct_status
            when 'ebsna_code_c_pct' then ebsna.code_c_pct_status
            when 'ebsna_code_c2_pct' then ebsna.code_c2_pct_status
            when 'ebsna_code_o_pct' then ebsna.code_o_pct_status
            when 'ebsna_code_n_pct' then ebsna.code_n_pct_status
            when 'ebsna_code_b_pct' then ebsna.code_b_pct_status
            when 'ebsna_code_k_pct' then ebsna.code_k_pct_status
            when 'ebsna_still_in_support' then ebsna.still_in_support_status
        end as amount_status
    from mart.mart_ebsna_attendance as ebsna
    join core.dim_measure as named
        on named.mart = 'mart_ebsna_attendance'
        and named.is_current
    where ebsna.time_identifier = 'Academic year'
    and ebsna.cohort = 'Total'
    and ebsna.provision_code = 'Total'

    union all

    select
        named.measure_code,
        'Total' as phase_type_grouping,
        'Total' as breakdown_topic,
        'Total' as breakdown,
        cost.scope_code,
        cost.time_period,
        cost.time_identifier,
        cost.as_at_date,
        cost.preferred_source,
        cost.data_status,
        'mart.mart_hnb_cost' as fact,
        stable_key(cost.scope_type, cost.scope_code, cost.time_period) as fact_key,
        try_cast(case named.measure_code
            when 'hnb_budget_net_gbp' then cost.budget_net_gbp
            when 'hnb_outturn_net_gbp' then cost.outturn_net_gbp
            when 'hnb_variance_gbp' then cost.variance_gbp
            when 'hnb_per_pupil_gbp' then cost.per_pupil_gbp
            when 'hnb_per_ehcp_gbp' then cost.per_ehcp_gbp
            when 'hnb_per_place_gbp' then cost.per_place_gbp
            when 'hnb_baseline_net_gbp' then cost.baseline_net_gbp
            when 'hnb_saving_gbp' then cost.saving_gbp
            when 'dsg_hnb_net_gbp' then cost.dsg_hnb_net_gbp
            when 'dsg_balance_cf_gbp' then cost.dsg_balance_cf_gbp
            when 'recoupment_gbp' then cost.recoupment_gbp
            when 'hnb_comparator_per_pupil_gbp' then cost.comparator_per_pupil_gbp
        end as decimal(18, 6)) as amount,
        case named.measure_code
            when 'hnb_budget_net_gbp' then cost.budget_net_gbp_status
            when 'hnb_outturn_net_gbp' then cost.outturn_net_gbp_status
            when 'hnb_variance_gbp' then cost.variance_gbp_status
            when 'hnb_per_pupil_gbp' then cost.per_pupil_gbp_status
            when 'hnb_per_ehcp_gbp' then cost.per_ehcp_gbp_status
            when 'hnb_per_place_gbp' then cost.per_place_gbp_status
            when 'hnb_baseline_net_gbp' then cost.baseline_net_gbp_status
            when 'hnb_saving_gbp' then cost.saving_gbp_status
            when 'dsg_hnb_net_gbp' then cost.dsg_hnb_net_gbp_status
            when 'dsg_balance_cf_gbp' then cost.dsg_balance_cf_gbp_status
            when 'recoupment_gbp' then cost.recoupment_gbp_status
            when 'hnb_comparator_per_pupil_gbp' then cost.comparator_per_pupil_gbp_status
        end as amount_status
    from mart.mart_hnb_cost as cost
    join core.dim_measure as named
        on named.mart = 'mart_hnb_cost'
        and named.is_current
    where cost.scope_type in ('TOTAL', 'SAVING')

),

target as (

    select
        target.*,
        strategy.la_code,
        measure.comparator_dataset,
        measure.comparator_measure,
        case target.phase_type_grouping
            when 'State-funded primary' then 'Primary'
            when 'State-funded secondary' then 'Secondary'
            when 'State-funded special school' then 'Special'
            when 'State-funded alternative provision school' then 'Alternative provision'
            else target.phase_type_grouping
        end as comparator_phase
    from core.fact_target as target
    join core.dim_strategy as strategy
        on strategy.strategy_key = target.strategy_key
        and strategy.is_home_la
    join core.dim_measure as measure
        on measure.measure_key = target.measure_key

),

compared_with (measure, area_code, neighbour_la_code) as (

    select 'comparator_england', 'E92000001', cast(null as integer)

    union all

    select 'comparator_region', region_code, null
    from core.dim_local_authority
    where is_home_la

    union all

    select 'comparator_sn_mean', authority.new_la_code, neighbour.neighbour_la_code
    from core.dim_statistical_neighbour as neighbour
    join core.dim_local_authority as home
        on home.la_code = neighbour.la_code
        and home.is_home_la
    join core.dim_local_authority as authority
        on authority.la_code = neighbour.neighbour_la_code
    where neighbour.is_current

),

reached as (    -- how far the authority's own figure reaches

    select target.target_key, max(cell.as_at_date) as as_at_date, max(period.window_end) as window_end
    from target
    join cell
        on cell.measure_code = target.measure_code
        and cell.phase_type_grouping = target.phase_type_grouping
        and cell.breakdown_topic = target.breakdown_topic
        and cell.breakdown = target.breakdown
        and cell.scope_code = target.scope_code
        and cell.time_period = target.time_period
    left join core.dim_academic_period as period
        on period.time_period = cell.time_period
        and period.time_identifier = cell.time_identifier
    group by target.target_key

),

published as (

    select target.la_code, target.target_key, compared_with.measure, try_cast(benchmark.value as decimal(18, 6)) as amount,
        benchmark.benchmark_key
    from target
    join core.fact_benchmark as benchmark
        on benchmark.dataset = target.comparator_dataset
        and benchmark.measure = target.comparator_measure
        and benchmark.time_period = target.time_period
        and benchmark.time_identifier = 'Academic year'
        and benchmark.phase_type_grouping = target.comparator_phase
        and benchmark.breakdown_topic = target.breakdown_topic
        and benchmark.breakdown = target.breakdown
        and benchmark.geographic_level in ('National', 'Regional', 'Local authority')
    join compared_with
        on compared_with.area_code = benchmark.area_code
    left join reached
        on reached.target_key = target.target_key
    where benchmark.value is not null
    and not (target.comparator_dataset = 'pupil_attendance' and target.phase_type_grouping = 'Total')
    and is_same_cut_off(reached.as_at_date, benchmark.as_at_date, reached.window_end)
    qualify row_number() over (    -- of two types of school that are one phase, the state-funded
        partition by target.target_key, compared_with.measure, benchmark.area_code
        order by case when benchmark.school_type like 'State-funded%' then 0 else 1 end, benchmark.school_type) = 1

),

part as (

    select target.target_key, 'actual' as measure, 'value' as part, cell.amount, cell.amount_status,
        cell.time_identifier, cell.as_at_date, cell.preferred_source, cell.data_status, cell.fact, cell.fact_key
    from target
    join cell
        on cell.measure_code = target.measure_code
        and cell.phase_type_grouping = target.phase_type_grouping
        and cell.breakdown_topic = target.breakdown_topic
        and cell.breakdown = target.breakdown
        and cell.scope_code = target.scope_code
        and cell.time_period = target.time_period

    union all

    select target.target_key, 'baseline', 'value', target.baseline, 'ok', null, null, null, null, 'core.fact_target',
        target.target_key
    from target
    where target.baseline is not null

    union all

    select target.target_key, 'baseline', 'value', cell.amount, cell.amount_status, null, null, null, null, cell.fact,
        cell.fact_key
    from target
    join cell
        on cell.measure_code = target.measure_code
        and cell.phase_type_grouping = target.phase_type_grouping
        and cell.breakdown_topic = target.breakdown_topic
        and cell.breakdown = target.breakdown
        and cell.scope_code = target.scope_code
        and cell.time_period = target.baseline_year
    where target.baseline is null

    union all

    select target_key, measure, 'value', amount, 'ok', null, null, null, null, 'core.fact_benchmark', benchmark_key
    from published
    where measure <> 'comparator_sn_mean'

    union all

    select published.target_key, published.measure, quotient.part,
        case quotient.part when 'numerator' then published.amount else 1 end, 'ok', null, null, null, null,
        'core.fact_benchmark', published.benchmark_key
    from published
    cross join (values ('numerator'), ('denominator')) as quotient (part)
    where published.measure = 'comparator_sn_mean'

)

select
    target.la_code,
    target.time_period,
    target.strategy_code,
    target.theme_code,
    target.target_code,
    part.measure,
    part.part,
    part.amount,
    part.amount_status,
    part.time_identifier as actual_time_identifier,
    part.as_at_date,
    part.preferred_source,
    part.data_status,
    part.fact,
    part.fact_key
from part
join target
    on target.target_key = part.target_key

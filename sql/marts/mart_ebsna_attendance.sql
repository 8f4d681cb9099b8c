-- One row per authority, half term or year, cohort and provision: how EBSNA pupils attend once support has started.
--
-- EBSNA (emotionally based school non-attendance) has no statutory code. Its absence may stand under I, C, C2, O or N,
-- and off-site education under B or K; the register alone identifies the pupils, and the mix of codes is shown beside.
-- What adds up to each figure stands in mart.mart_ebsna_attendance__parts.
with summed as (

    select
        la_code, time_period, time_identifier, cohort, provision_code,
        cast(coalesce(sum(amount) filter (where measure = 'pupils'), 0) as bigint) as pupils,
        cast(coalesce(sum(amount) filter (where measure = 'pupils_compared'), 0) as bigint) as pupils_compared,
        cast(coalesce(sum(amount) filter (where measure = 'sessions_possible'), 0) as bigint) as sessions_possible,
        cast(coalesce(sum(amount)
            filter (where measure = 'attendance_rate' and part = 'numerator'), 0) as bigint) as attended,
        cast(coalesce(sum(amount)
            filter (where measure = 'baseline_rate' and part = 'numerator'), 0) as bigint) as baseline_attended,
        cast(coalesce(sum(amount)
            filter (where measure = 'baseline_rate' and part = 'denominator'), 0) as bigint) as baseline_possible,
        cast(coalesce(sum(amount)
            filter (where measure = 'change_pp' and part = 'attended after'), 0) as bigint) as compared_attended,
        cast(coalesce(sum(amount)
            filter (where measure = 'change_pp' and part = 'possible after'), 0) as bigint) as compared_possible,
        cast(coalesce(sum(amount)
            filter (where measure = 'improved_pct' and part = 'numerator'), 0) as bigint) as improved,
        cast(coalesce(sum(amount)
            filter (where measure = 'severe_before_pct' and part = 'numerator'), 0) as bigint) as severe_before,
        cast(coalesce(sum(amount)
            filter (where measure = 'severe_after_pct' and part = 'numerator'), 0) as bigint) as severe_after,
        cast(coalesce(sum(amount) filter (where measure = 'code_i_pct' and part = 'numerator'), 0) as bigint) as code_i,
        cast(coalesce(sum(amount) filter (where measure = 'code_c_pct' and part = 'numerator'), 0) as bigint) as code_c,
        cast(coalesce(sum(amount)
            filter (where measure = 'code_c2_pct' and part = 'numerator'), 0) as bigint) as code_c2,
        cast(coalesce(sum(amount) filter (where measure = 'code_o_pct' and part = 'numerator'), 0) as bigint) as code_o,
        cast(coalesce(sum(amount) filter (where measure = 'code_n_pct' and part = 'numerator'), 0) as bigint) as code_n,
        cast(coalesce(sum(amount) filter (where measure = 'code_b_pct' and part = 'numerator'), 0) as bigint) as code_b,
        cast(coalesce(sum(amount) filter (where measure = 'code_k_pct' and part = 'numerator'), 0) as bigint) as code_k,
        cast(coalesce(sum(amount) filter (where measure = 'still_in_support'), 0) as bigint) as still_in_support
    from mart.mart_ebsna_attendance__parts
    group by la_code, time_period, time_identifier, cohort, provision_code

),

half_term as (

    select
        time_period,
        case half_term
            when 'AUT1' then 'Autumn half term 1'
            when 'AUT2' then 'Autumn half term 2'
            when 'SPR1' then 'Spring half term 1'
            when 'SPR2' then 'Spring half term 2'
            when 'SUM1' then 'Summer half term 1'
            when 'SUM2' then 'Summer half term 2'
        end as time_identifier,
        half_term,
        max(date) as window_end
    from core.dim_date
    where half_term is not null
    group by time_period, half_term

),

period as (    -- up to which day the registers of these pupils are known

    select half_term.time_period, half_term.time_identifier, half_term.window_end, max(followed.last_marked) as last_marked
    from half_term
    join core.fact_ebsna_half_term as followed
        on followed.time_period = half_term.time_period
        and followed.half_term = half_term.half_term
    group by half_term.time_period, half_term.time_identifier, half_term.window_end

    union all

    select academic_year.time_period, academic_year.time_identifier, academic_year.window_end, max(followed.last_marked)
    from core.dim_academic_period as academic_year
    join core.fact_ebsna_half_term as followed
        on followed.time_period = academic_year.time_period
    where academic_year.time_identifier = 'Academic year'
    group by academic_year.time_period, academic_year.time_identifier, academic_year.window_end

)

select
    summed.la_code,
    authority.la_name,
    summed.time_period,
    summed.time_identifier,
    period.last_marked as as_at_date,
    'marks' as preferred_source,
    case
        when period.window_end >= as_of_date() then 'year_to_date'
        when period.window_end + 30 >= as_of_date() then 'provisional'
        else 'final'
    end as data_status,
    summed.cohort,
    summed.provision_code,
    case summed.provision_code
        when 'Total' then 'Total'
        when 'None' then 'No provision'
        else provision.provision_name
    end as provision_name,
    summed.pupils as pupils,
    'ok' as pupils_status,
    summed.pupils_compared as pupils_compared,
    'ok' as pupils_compared_status,
    summed.sessions_possible as sessions_possible,
    'ok' as sessions_possible_status,
    rate(summed.attended, summed.sessions_possible) as attendance_rate,
    case when summed.sessions_possible = 0 then 'z' else 'ok' end as attendance_rate_status,
    rate(summed.baseline_attended, summed.baseline_possible) as baseline_rate,
    case when summed.pupils_compared = 0 then 'z' else 'ok' end as baseline_rate_status,
    rate(
        summed.compared_attended * summed.baseline_possible - summed.baseline_attended * summed.compared_possible,
        summed.compared_possible * summed.baseline_possible) as change_pp,
    case when summed.pupils_compared = 0 then 'z' else 'ok' end as change_pp_status,
    rate(summed.improved, summed.pupils_compared) as improved_pct,
    case when summed.pupils_compared = 0 then 'z' else 'ok' end as improved_pct_status,
    rate(summed.severe_before, summed.pupils_compared) as severe_before_pct,
    case when summed.pupils_compared = 0 then 'z' else 'ok' end as severe_before_pct_status,
    rate(summed.severe_after, summed.pupils_compared) as severe_after_pct,
    case when summed.pupils_compared = 0 then 'z' else 'ok' end as severe_after_pct_status,
    rate(summed.code_i, summed.sessions_possible) as code_i_pct,
    case when summed.sessions_possible = 0 then 'z' else 'ok' end as code_i_pct_status,
    rate(summed.code_c, summed.sessions_possible) as code_c_pct,
    case when summed.sessions_possible = 0 then 'z' else 'ok' end as code_c_pct_status,
    rate(summed.code_c2, summed.sessions_possible) as code_c2_pct,
    case when summed.sessions_possible = 0 then 'z' else 'ok' end as code_c2_pct_status,
    rate(summed.code_o, summed.sessions_possible) as code_o_pct,
    case when summed.sessions_possible = 0 then 'z' else 'ok' end as code_o_pct_status,
    rate(summed.code_n, summed.sessions_possible) as code_n_pct,
    case when summed.sessions_possible = 0 then 'z' else 'ok' end as code_n_pct_status,
    rate(summed.code_b, summed.sessions_possible) as code_b_pct,
    case when summed.sessions_possible = 0 then 'z' else 'ok' end as code_b_pct_status,
    rate(summed.code_k, summed.sessions_possible) as code_k_pct,
    case when summed.sessions_possible = 0 then 'z' else 'ok' end as code_k_pct_status,
    summed.still_in_support as still_in_support,
    'ok' as still_in_support_status
from summed
join core.dim_local_authority as authority
    on authority.la_code = summed.la_code
join period
    on period.time_period = summed.time_period
    and period.time_identifier = summed.time_identifier
left join core.dim_provision as provision
    on provision.provision_code = summed.provision_code
    and provision.is_latest

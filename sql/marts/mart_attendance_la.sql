-- One row per authority, period, phase, topic and group: attendance and absence as registers tell them.
--
-- Column names of reasons are those of the published tables. Weeks are told for all pupils alone; persistent and
-- severe absence of terms and of the year to date alone, as DfE does. Beside a phase stands England's published
-- attendance where it reaches as far as the registers do; beside the total nothing does, as DfE weights its totals over
-- phases. What adds up to each figure stands in mart.mart_attendance_la__parts.
-- Definition: DfE pupil attendance in schools methodology; DfE pupil absence methodology, 3 and 4.4.
with by_measure as (    -- grouped by measure first: to sum each measure among all parts would ask every part for each

    select
        la_code, time_period, time_identifier, week_commencing, education_phase, breakdown_topic, breakdown,
        measure, part, sum(amount) as amount
    from mart.mart_attendance_la__parts
    where part <> 'denominator'
        or measure = 'pa_rate'
    group by la_code, time_period, time_identifier, week_commencing, education_phase, breakdown_topic, breakdown,
        measure, part

),

summed as (

    select
        la_code, time_period, time_identifier, week_commencing, education_phase, breakdown_topic, breakdown,
        coalesce(sum(amount) filter (where measure = 'enrolments'), 0) as enrolments,
        coalesce(sum(amount) filter (where measure = 'possible'), 0) as possible,
        sum(amount) filter (where measure = 'pa_enrolments') as pa_enrolments,
        sum(amount) filter (where measure = 'severe_enrolments') as severe_enrolments,
        sum(amount) filter (where measure = 'pa_rate' and part = 'denominator') as judged_enrolments,
        sum(amount) filter (where measure = 'attendance_rate' and part = 'numerator') as attendance_rate_sessions,
        sum(amount) filter (where measure = 'absence_rate' and part = 'numerator') as absence_rate_sessions,
        sum(amount) filter (where measure = 'authorised_rate' and part = 'numerator') as authorised_rate_sessions,
        sum(amount) filter (where measure = 'unauthorised_rate' and part = 'numerator') as unauthorised_rate_sessions,
        sum(amount) filter (where measure = 'illness_perc' and part = 'numerator') as illness_perc_sessions,
        sum(amount) filter (where measure = 'appointments_perc' and part = 'numerator') as appointments_perc_sessions,
        sum(amount)
            filter (where measure = 'auth_religious_perc' and part = 'numerator') as auth_religious_perc_sessions,
        sum(amount) filter (where measure = 'auth_study_perc' and part = 'numerator') as auth_study_perc_sessions,
        sum(amount) filter (where measure = 'auth_mob_perc' and part = 'numerator') as auth_mob_perc_sessions,
        sum(amount) filter (where measure = 'auth_holiday_perc' and part = 'numerator') as auth_holiday_perc_sessions,
        sum(amount) filter (where measure = 'auth_excluded_perc' and part = 'numerator') as auth_excluded_perc_sessions,
        sum(amount)
            filter (where measure = 'auth_performance_perc' and part = 'numerator') as auth_performance_perc_sessions,
        sum(amount)
            filter (where measure = 'auth_interview_perc' and part = 'numerator') as auth_interview_perc_sessions,
        sum(amount)
            filter (where measure = 'auth_part_time_perc' and part = 'numerator') as auth_part_time_perc_sessions,
        sum(amount) filter (where measure = 'auth_other_perc' and part = 'numerator') as auth_other_perc_sessions,
        sum(amount) filter (where measure = 'unauth_hol_perc' and part = 'numerator') as unauth_hol_perc_sessions,
        sum(amount) filter (where measure = 'unauth_oth_perc' and part = 'numerator') as unauth_oth_perc_sessions,
        sum(amount)
            filter (where measure = 'unauth_late_registers_closed_perc' and part = 'numerator')
            as unauth_late_registers_closed_perc_sessions,
        sum(amount)
            filter (where measure = 'unauth_not_yet_perc' and part = 'numerator') as unauth_not_yet_perc_sessions
    from by_measure
    group by la_code, time_period, time_identifier, week_commencing, education_phase, breakdown_topic, breakdown

),

last_marked as (    -- up to which day the registers of a period are known

    select
        case when week_commencing is null then time_period
            else cast(extract(year from week_commencing + 3) as integer) end as time_period,
        time_identifier,
        week_commencing,
        max(last_marked) as last_marked
    from core.fact_attendance_school
    group by all

),

half_term as (

    select time_period, half_term, max(date) as window_end
    from core.dim_date
    where half_term is not null
    group by time_period, half_term

),

known_to as (    -- registers of the last thirty days may still be sent again

    select
        last_marked.time_period,
        last_marked.time_identifier,
        last_marked.week_commencing,
        last_marked.last_marked,
        coalesce(last_marked.week_commencing + 6, period.window_end, half_term.window_end) as window_end
    from last_marked
    left join core.dim_academic_period as period
        on period.time_period = last_marked.time_period
        and period.time_identifier = last_marked.time_identifier
    left join half_term
        on half_term.time_period = last_marked.time_period
        and last_marked.time_identifier = case half_term.half_term
            when 'AUT1' then 'Autumn half term 1'
            when 'AUT2' then 'Autumn half term 2'
            when 'SPR1' then 'Spring half term 1'
            when 'SPR2' then 'Spring half term 2'
            when 'SUM1' then 'Summer half term 1'
            when 'SUM2' then 'Summer half term 2'
        end

),

england as (    -- one row a period and phase, as each file holds one

    select
        time_period,
        time_identifier,
        phase_type_grouping as education_phase,
        max(value) as england_rate,
        max(value_status) as value_status,
        max(as_at_date) as as_at_date
    from core.fact_benchmark
    where dataset = 'pupil_attendance'
        and geographic_level = 'National'
        and measure = 'attendance_perc'
        and phase_type_grouping <> 'Total'
        and breakdown_topic = 'Total'
        and breakdown = 'Total'
    group by time_period, time_identifier, phase_type_grouping

)

select
    summed.la_code,
    authority.la_name,
    summed.time_period,
    summed.time_identifier,
    known_to.last_marked as as_at_date,
    'marks' as preferred_source,
    case
        when known_to.window_end >= as_of_date() then 'year_to_date'
        when known_to.window_end + 30 >= as_of_date() then 'provisional'
        else 'final'
    end as data_status,
    summed.week_commencing,
    summed.education_phase,
    summed.breakdown_topic,
    summed.breakdown,
    summed.enrolments,
    'ok' as enrolments_status,
    summed.possible,
    'ok' as possible_status,
    rate(summed.attendance_rate_sessions, summed.possible) as attendance_rate,
    'ok' as attendance_rate_status,
    rate(summed.absence_rate_sessions, summed.possible) as absence_rate,
    'ok' as absence_rate_status,
    rate(summed.authorised_rate_sessions, summed.possible) as authorised_rate,
    'ok' as authorised_rate_status,
    rate(summed.unauthorised_rate_sessions, summed.possible) as unauthorised_rate,
    'ok' as unauthorised_rate_status,
    summed.pa_enrolments,
    case when summed.pa_enrolments is null then 'z' else 'ok' end as pa_enrolments_status,
    rate(summed.pa_enrolments, summed.judged_enrolments) as pa_rate,
    case when coalesce(summed.judged_enrolments, 0) = 0 then 'z' else 'ok' end as pa_rate_status,
    summed.severe_enrolments,
    case when summed.severe_enrolments is null then 'z' else 'ok' end as severe_enrolments_status,
    rate(summed.severe_enrolments, summed.judged_enrolments) as severe_rate,
    case when coalesce(summed.judged_enrolments, 0) = 0 then 'z' else 'ok' end as severe_rate_status,
    rate(summed.illness_perc_sessions, summed.possible) as illness_perc,
    'ok' as illness_perc_status,
    rate(summed.appointments_perc_sessions, summed.possible) as appointments_perc,
    'ok' as appointments_perc_status,
    rate(summed.auth_religious_perc_sessions, summed.possible) as auth_religious_perc,
    'ok' as auth_religious_perc_status,
    rate(summed.auth_study_perc_sessions, summed.possible) as auth_study_perc,
    'ok' as auth_study_perc_status,
    rate(summed.auth_mob_perc_sessions, summed.possible) as auth_mob_perc,
    'ok' as auth_mob_perc_status,
    rate(summed.auth_holiday_perc_sessions, summed.possible) as auth_holiday_perc,
    'ok' as auth_holiday_perc_status,
    rate(summed.auth_excluded_perc_sessions, summed.possible) as auth_excluded_perc,
    'ok' as auth_excluded_perc_status,
    rate(summed.auth_performance_perc_sessions, summed.possible) as auth_performance_perc,
    'ok' as auth_performance_perc_status,
    rate(summed.auth_interview_perc_sessions, summed.possible) as auth_interview_perc,
    'ok' as auth_interview_perc_status,
    rate(summed.auth_part_time_perc_sessions, summed.possible) as auth_part_time_perc,
    'ok' as auth_part_time_perc_status,
    rate(summed.auth_other_perc_sessions, summed.possible) as auth_other_perc,
    'ok' as auth_other_perc_status,
    rate(summed.unauth_hol_perc_sessions, summed.possible) as unauth_hol_perc,
    'ok' as unauth_hol_perc_status,
    rate(summed.unauth_oth_perc_sessions, summed.possible) as unauth_oth_perc,
    'ok' as unauth_oth_perc_status,
    rate(summed.unauth_late_registers_closed_perc_sessions, summed.possible) as unauth_late_registers_closed_perc,
    'ok' as unauth_late_registers_closed_perc_status,
    rate(summed.unauth_not_yet_perc_sessions, summed.possible) as unauth_not_yet_perc,
    'ok' as unauth_not_yet_perc_status,
    case when is_same_cut_off(known_to.last_marked, england.as_at_date, known_to.window_end) then england.england_rate end
        as england_rate,
    coalesce(case
        when is_same_cut_off(known_to.last_marked, england.as_at_date, known_to.window_end) then england.value_status
        else 'z'
    end, case
        when summed.education_phase = 'Total' or summed.breakdown_topic <> 'Total' or summed.time_identifier like '%half term%'
            then 'z'
        else 'x'
    end) as england_rate_status
from summed
join core.dim_local_authority as authority
    on authority.la_code = summed.la_code
join known_to
    on known_to.time_period = summed.time_period
    and known_to.time_identifier = summed.time_identifier
    and coalesce(known_to.week_commencing, date '1900-01-01') = coalesce(summed.week_commencing, date '1900-01-01')
left join england
    on england.time_period = summed.time_period
    and england.time_identifier = summed.time_identifier
    and england.education_phase = summed.education_phase
    and summed.breakdown_topic = 'Total'

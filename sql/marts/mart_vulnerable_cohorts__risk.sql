-- One row per pupil and stretch of days of being at risk of exclusion, and why: suspended twice in a term, absent persistently in a year with
-- a suspension, or out of alternative provision for less than a year.
with suspended as (

    select exclusion_key, pupil_key, time_period, term, laestab, start_date,
        row_number() over (partition by pupil_key, time_period, term order by start_date, exclusion_key) as nth_in_term,
        row_number() over (partition by pupil_key, time_period order by start_date, exclusion_key) as nth_in_year
    from core.fact_exclusion
    where is_counted
        and category = 'SUSP'

)

select suspended.pupil_key, suspended.start_date as first_day, term.window_end as last_day, suspended.laestab, 'SUSPENDED_TWICE' as at_risk_by,
    'core.fact_exclusion' as fact, suspended.exclusion_key as fact_key
from suspended
join core.dim_academic_period as term
    on term.time_period = suspended.time_period
    and term.term = suspended.term
where suspended.nth_in_term = 2

union all

select absent.pupil_key, greatest(absent.week_commencing, suspended.start_date), add_days(absent.week_commencing, 6), absent.laestab,
    'ABSENT_AND_SUSPENDED', 'core.fact_exclusion', suspended.exclusion_key
from mart.mart_vulnerable_cohorts__absent as absent
join suspended
    on suspended.pupil_key = absent.pupil_key
    and suspended.time_period = academic_year(absent.week_commencing)
    and suspended.nth_in_year = 1
    and suspended.start_date <= add_days(absent.week_commencing, 6)
where absent.is_persistent

union all

select pupil_key, add_days(end_date, 1), add_days(end_date, 365), home_laestab, 'WAS_IN_AP', 'core.fact_placement', placement_key
from part.reintegration__placement
where end_date >= start_date

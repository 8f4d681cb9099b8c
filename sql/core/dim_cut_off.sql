-- One row per academic year, half term that has begun, and basis: the two days up to which years are compared.
--
-- The same point is the same school day of the authority's calendar (ORDINAL), or the same date (CALENDAR); a half
-- term that runs is cut at the last school day up to which notices have come. What was known counts alike: a notice
-- of either year counts if it came within lag_days of its cut-off, and never longer than this year's notices had
-- time to come. By notice_date, not received_at, as history is loaded in one night.
with school_day as (

    select date, time_period, half_term, school_day_ordinal
    from core.dim_date
    where is_school_day

),

complete as (

    select
        case when notices.last_notice < before.last_day then notices.last_notice else before.last_day end as complete_to_date
    from (select max(notice_date) as last_notice from core.fact_exclusion where source = 'notices') as notices
    cross join (select max(date) as last_day from school_day where date < as_of_date()) as before
    where notices.last_notice is not null

),

cut_off as (

    select
        school_day.time_period,
        school_day.half_term,
        max(school_day.date) as cutoff_date,
        max(school_day.school_day_ordinal) as school_day_ordinal,
        complete.complete_to_date
    from school_day
    join complete
        on school_day.date <= complete.complete_to_date
    group by school_day.time_period, school_day.half_term, complete.complete_to_date

),

paired as (

    select cut_off.*, 'ORDINAL' as basis, max(before.date) as previous_cutoff_date
    from cut_off
    join school_day as before
        on before.time_period = cut_off.time_period - 101
        and before.school_day_ordinal <= cut_off.school_day_ordinal
    group by all

    union all

    select cut_off.*, 'CALENDAR' as basis, cast(cut_off.cutoff_date - interval 1 year as date) as previous_cutoff_date
    from cut_off
    where exists (select 1 from school_day as before where before.time_period = cut_off.time_period - 101)

)

select
    stable_key(paired.time_period, paired.half_term, paired.basis) as cut_off_key,
    paired.time_period,
    paired.half_term,
    paired.basis,
    paired.cutoff_date,
    paired.school_day_ordinal,
    paired.time_period - 101 as previous_time_period,
    paired.previous_cutoff_date,
    paired.complete_to_date,
    least(cast(lag.value as integer), complete_day.day_number - cut_day.day_number) as lag_days
from paired
join core.dim_date as cut_day
    on cut_day.date = paired.cutoff_date
join core.dim_date as complete_day
    on complete_day.date = paired.complete_to_date
join config.setting as lag
    on lag.name = 'notice_lag_days'

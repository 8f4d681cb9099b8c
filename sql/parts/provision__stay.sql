-- One row per placement and term or academic year on a day of which it lasted, with what is known of it.
--
-- A placement without an end lasts to the day of the as-of. A stay is as long as it is known by the end of the period. The tier before is the lightest of the pupil's placements that started earlier.
-- Where starts are counted, the pupil's first suspension stands beside, and whether the provision had a pupil outside its key stages that day.
with calendar as (    -- school days from the first of the calendar through each day, and days of years whose term dates are not known

    select
        date,
        is_school_day,
        sum(case when is_school_day then 1 else 0 end) over (order by date) as through,
        sum(case when school_day_ordinal is null then 1 else 0 end) over (order by date) as unknown_through,
        school_day_ordinal is not null as is_known
    from core.dim_date

),

suspended as (

    select pupil_key, min(start_date) as first_suspension
    from core.fact_exclusion
    where is_counted
        and category = 'SUSP'
    group by pupil_key

),

placement as (

    select
        fact.placement_key,
        fact.pupil_key,
        fact.pupil_term_key,
        fact.home_laestab,
        coalesce(school.education_phase, 'Unknown') as home_phase,
        fact.home_laestab = provision.host_laestab as is_of_host,
        coalesce(fact.provision_code, 'Unknown') as provision_code,
        coalesce(provision.provision_type, 'Unknown') as provision_type,
        coalesce(tier.support_tier, 'None') as support_tier,
        fact.start_date,
        fact.end_date,
        least(coalesce(fact.end_date, as_of_date()), as_of_date()) as last_day,
        fact.sessions_per_week,
        coalesce(fact.referral_date <= fact.start_date, false) as is_referred,
        cast(first_day.day_number - referral_day.day_number as integer) as referral_days,
        fact.planned_end_date is not null as is_planned,
        coalesce(fact.end_date <= fact.planned_end_date, false) as has_kept_plan,
        coalesce(fact.parent_consulted_date <= fact.start_date, false) as is_consulted,
        coalesce(fact.mdt_date <= fact.start_date, false) as is_met,
        coalesce(fact.has_exit_plan, false) as has_exit_plan,
        coalesce(fact.destination = 'MAINSTREAM', false) as is_returned,
        coalesce(fact.is_outside_key_stage, false) as is_outside,
        coalesce(fact.has_ehcp, false) as has_plan,
        fact.exception_reason is not null as is_excepted,
        tier.ordinal,
        min(tier.ordinal) over (
            partition by fact.pupil_key order by fact.start_date, fact.placement_key rows between unbounded preceding and 1 preceding)
            as ordinal_before,
        case when suspended.first_suspension <= fact.start_date
            then cast(first_day.day_number - suspension_day.day_number as integer) end as suspension_days,
        exists (
            select 1
            from core.fact_placement as other
            where other.provision_code = fact.provision_code
                and other.is_outside_key_stage
                and other.start_date < fact.start_date
                and coalesce(other.end_date >= fact.start_date, true)) as is_beside_outside
    from core.fact_placement as fact
    left join core.dim_provision as provision
        on provision.provision_key = fact.provision_key
    left join core.dim_school as school
        on school.school_key = fact.home_school_key
    left join core.dim_support_tier as tier
        on tier.support_tier_key = fact.support_tier_key
    left join suspended
        on suspended.pupil_key = fact.pupil_key
    left join core.dim_date as first_day
        on first_day.date = fact.start_date
    left join core.dim_date as referral_day
        on referral_day.date = fact.referral_date
    left join core.dim_date as suspension_day
        on suspension_day.date = suspended.first_suspension

)

select
    placement.*,
    period.time_period,
    period.time_identifier,
    placement.start_date >= period.window_start as is_started,
    coalesce(placement.end_date between period.window_start and least(period.window_end, as_of_date()), false) as is_ended,
    greatest(placement.start_date, period.window_start) as first_day_of_stay,
    least(placement.last_day, period.window_end) as last_day_of_stay,
    last_day.through - first_day.through + case when first_day.is_school_day then 1 else 0 end as days,
    case
        when began.is_known and last_day.unknown_through = began.unknown_through
        then cast(last_day.through - began.through + case when began.is_school_day then 1 else 0 end as integer)
    end as stay_days
from placement
join core.dim_academic_period as period
    on placement.start_date <= period.window_end
    and placement.last_day >= period.window_start
    and placement.start_date <= placement.last_day
join calendar as first_day
    on first_day.date = greatest(placement.start_date, period.window_start)
join calendar as began
    on began.date = placement.start_date
join calendar as last_day
    on last_day.date = least(placement.last_day, period.window_end)

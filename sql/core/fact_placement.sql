-- One row per placement of a pupil in a provision.
--
-- Length of stay counts school days of the authority's calendar, to the day of the as-of while the placement is open; nobody
-- knows it where the term dates of a year of the stay are not known. Outside the key stage: in a term with school days of the placement the pupil's year group belongs to a key
-- stage that the provision, as it stood on the first day, does not take. August belongs to no year group.
with placement as (

    select
        register.*,
        coalesce(identity.pupil_key, register.pupil_key) as person_key,
        academic_year(register.start_date) as time_period,
        term_of(register.start_date) as term,
        least(coalesce(register.end_date, as_of_date()), as_of_date()) as last_day
    from staged.placement as register
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = register.pupil_key

),

term_of_stay as (

    select placement.placement_id, placement.person_key, placement.provision_code, placement.start_date,
        calendar.time_period, calendar.term, count(*) as days
    from placement
    join core.dim_date as calendar
        on calendar.date between placement.start_date and placement.last_day
        and calendar.is_school_day
    group by placement.placement_id, placement.person_key, placement.provision_code, placement.start_date,
        calendar.time_period, calendar.term

),

school_days as (

    select placement_id, sum(days) as days
    from term_of_stay
    group by placement_id

),

unknown_year as (

    select min(date) as first_day, max(date) as last_day
    from core.dim_date
    group by time_period
    having max(school_day_ordinal) is null

),

key_stage as (

    select
        stay.placement_id,
        bool_or(position(' ' || pupil.key_stage || ' ' in ' ' || provision.key_stages || ' ') = 0) as is_outside
    from term_of_stay as stay
    join core.dim_provision as provision
        on provision.provision_code = stay.provision_code
        and stay.start_date between provision.valid_from and provision.valid_to
    join core.dim_pupil as pupil
        on pupil.pupil_key = stay.person_key
        and pupil.time_period = stay.time_period
        and pupil.term = stay.term
    group by stay.placement_id

)

select
    stable_key(placement.placement_id) as placement_key,
    placement.placement_id,
    placement.person_key as pupil_key,
    placement.time_period,
    placement.term,
    coalesce(pupil.pupil_term_key, -1) as pupil_term_key,
    placement.home_laestab,
    coalesce(school.school_key, -1) as home_school_key,
    placement.provision_code,
    coalesce(provision.provision_key, -1) as provision_key,
    placement.provider_urn,
    placement.provider_la_code,
    placement.placement_type,
    case when placement.support_tier is null then -2 else coalesce(tier.support_tier_key, -1) end as support_tier_key,
    placement.reason,
    placement.referral_date,
    placement.start_date,
    placement.planned_end_date,
    placement.end_date,
    placement.start_date <= as_of_date() and coalesce(placement.end_date >= as_of_date(), true) as is_open,
    case
        when not exists (
            select 1
            from unknown_year
            where placement.start_date <= unknown_year.last_day
                and placement.last_day >= unknown_year.first_day)
        then cast(coalesce(school_days.days, 0) as integer)
    end as days_in_provision,
    placement.sessions_per_week,
    try_cast(placement.sessions_per_week * 0.1 as decimal(4, 2)) as fte,
    key_stage.is_outside as is_outside_key_stage,
    pupil.sen_provision = 'E' as has_ehcp,
    placement.exception_reason,
    placement.mdt_date,
    placement.parent_consulted_date,
    placement.has_exit_plan,
    placement.destination,
    cast(placement.provider_la_code as varchar) <> home.value as is_out_of_borough,
    coalesce(upper(trim(placement.protective_reason)) not in ('', '-', '0', 'N', 'NO', 'NONE', 'FALSE', 'NIL', 'N/A', 'NA', 'NOT APPLICABLE'), false)
        as is_protective,
    placement.protective_reason,
    placement.travel_minutes,
    placement.submission_key,
    placement.source_line
from placement
join config.setting as home
    on home.name = 'la'
left join core.dim_pupil as pupil
    on pupil.pupil_key = placement.person_key
    and pupil.time_period = placement.time_period
    and pupil.term = placement.term
left join core.dim_school as school
    on school.laestab = placement.home_laestab
    and placement.start_date between school.valid_from and school.valid_to
left join core.dim_provision as provision
    on provision.provision_code = placement.provision_code
    and placement.start_date between provision.valid_from and provision.valid_to
left join core.dim_support_tier as tier
    on tier.support_tier = placement.support_tier
left join school_days
    on school_days.placement_id = placement.placement_id
left join key_stage
    on key_stage.placement_id = placement.placement_id

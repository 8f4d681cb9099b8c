-- One row per week, provision and pupil who is placed there or waits on the day of its snapshot, and the fact that says so.
--
-- Of special schools of the authority the pupils are those on roll in the last census, once a school and while its entry holds; of all others
-- those of the register of placements. Where several provisions have one school as host, a pupil on its roll is in the one that a placement
-- names; of whom none does, nobody knows in which: the provision is null. Who is placed does not wait for the same provision too.
with placement as (

    select fact.*, coalesce(latest.provision_code, 'Unknown') as known_code
    from core.fact_placement as fact
    left join core.dim_provision as latest
        on latest.provision_code = fact.provision_code
        and latest.is_latest

),

present as (

    select
        stood.week_commencing,
        stood.provision_code,
        stood.support_tier,
        stood.is_by_roll,
        stood.roll_laestab,
        stood.has_places,
        placement.pupil_key,
        bool_or(placement.start_date <= stood.as_at_date) as is_placed,
        coalesce(bool_or(placement.start_date <= stood.as_at_date and placement.has_ehcp), false) as has_ehcp,
        coalesce(bool_or(placement.start_date <= stood.as_at_date and placement.sessions_per_week < 10), false) as is_part_time,
        coalesce(min(case when placement.start_date <= stood.as_at_date then placement.placement_key end), min(placement.placement_key)) as fact_key
    from mart.mart_sufficiency__provision as stood
    join placement
        on placement.known_code = stood.provision_code
        and stood.as_at_date between least(placement.start_date, coalesce(placement.referral_date, placement.start_date))
            and coalesce(placement.end_date, as_of_date())
    group by stood.week_commencing, stood.provision_code, stood.support_tier, stood.is_by_roll, stood.roll_laestab, stood.has_places,
        placement.pupil_key

),

host as (

    select
        week_commencing,
        as_at_date,
        roll_laestab,
        case when count(*) = 1 then min(provision_code) end as provision_code,
        case when min(support_tier) = max(support_tier) then min(support_tier) end as support_tier,
        bool_and(has_places) as has_places
    from mart.mart_sufficiency__provision
    where roll_laestab is not null
    group by week_commencing, as_at_date, roll_laestab

),

counted as (    -- the last census of the school up to the day

    select host.week_commencing, host.roll_laestab, max(census.reference_date) as reference_date
    from host
    join (select distinct laestab, reference_date from core.fact_pupil_census where is_on_roll) as census
        on census.laestab = host.roll_laestab
        and census.reference_date <= host.as_at_date
    group by host.week_commencing, host.roll_laestab

),

roll as (

    select
        host.week_commencing,
        host.roll_laestab,
        coalesce(host.provision_code, present.provision_code) as provision_code,
        coalesce(case when host.provision_code is null then present.support_tier end, host.support_tier) as support_tier,
        case when host.provision_code is null then coalesce(present.has_places, host.has_places) else host.has_places end as has_places,
        census.pupil_key,
        bool_or(coalesce(census.sen_provision = 'E', false)) as has_ehcp,
        bool_or(coalesce(census.is_part_time, false)) as is_part_time,
        min(census.pupil_census_key) as fact_key
    from host
    join counted
        on counted.week_commencing = host.week_commencing
        and counted.roll_laestab = host.roll_laestab
    join core.fact_pupil_census as census
        on census.laestab = host.roll_laestab
        and census.reference_date = counted.reference_date
        and census.is_on_roll
    left join present
        on host.provision_code is null
        and present.week_commencing = host.week_commencing
        and present.roll_laestab = host.roll_laestab
        and present.pupil_key = census.pupil_key
        and present.is_placed
    group by host.week_commencing, host.roll_laestab, host.provision_code, host.support_tier, host.has_places, present.provision_code,
        present.support_tier, present.has_places, census.pupil_key

)

select week_commencing, provision_code, support_tier, cast(null as integer) as roll_laestab, has_places, pupil_key, is_placed, not is_placed as is_waiting,
    has_ehcp, is_part_time, 'core.fact_placement' as fact, fact_key
from present
where not is_by_roll

union all

select week_commencing, provision_code, support_tier, roll_laestab, has_places, pupil_key, true, false, has_ehcp, is_part_time, 'core.fact_pupil_census', fact_key
from roll

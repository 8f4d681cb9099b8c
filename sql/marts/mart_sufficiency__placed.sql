-- One row per provision and school day on which a pupil is placed there or waits: how many.
--
-- Of special schools of the authority the pupils are those on roll in the last census, of all others those of the register of placements.
-- A pupil with two placements in a provision takes one place. Days are those since the first placement of the register.
with day as (

    select calendar.date, calendar.week_commencing
    from core.dim_date as calendar
    join (select min(start_date) as first_start from core.fact_placement) as register
        on calendar.date >= register.first_start
    where calendar.is_school_day
        and calendar.date <= as_of_date()

),

special as (    -- the school and its entry in the register, as it is today

    select provision_code, host_laestab
    from core.dim_provision
    where is_latest
        and provision_type = 'SPECIAL'
        and host_laestab is not null

),

roll as (

    select
        special.provision_code,
        census.reference_date,
        lead(census.reference_date) over (partition by special.provision_code order by census.reference_date) as next_date,
        count(distinct census.pupil_key) as placed,
        count(distinct case when census.sen_provision = 'E' then census.pupil_key end) as ehcp_pupils,
        count(distinct case when census.is_part_time then census.pupil_key end) as part_time_pupils
    from special
    join core.fact_pupil_census as census
        on census.laestab = special.host_laestab
        and census.is_on_roll
    group by special.provision_code, census.reference_date

),

placement as (

    select fact.*, coalesce(provision.provision_code, 'Unknown') as known_code
    from core.fact_placement as fact
    left join core.dim_provision as provision
        on provision.provision_code = fact.provision_code
        and provision.is_latest
    where not exists (select 1 from special where special.provision_code = fact.provision_code)

)

select
    placement.known_code as provision_code,
    day.date,
    day.week_commencing,
    count(distinct case when placement.start_date <= day.date then placement.pupil_key end) as placed,
    count(distinct case when placement.start_date <= day.date and placement.has_ehcp then placement.pupil_key end) as ehcp_pupils,
    count(distinct case when placement.start_date <= day.date and placement.sessions_per_week < 10 then placement.pupil_key end)
        as part_time_pupils,
    count(distinct case when placement.start_date > day.date then placement.pupil_key end) as waiting
from placement
join day
    on day.date between least(placement.start_date, coalesce(placement.referral_date, placement.start_date))
        and coalesce(placement.end_date, as_of_date())
group by placement.known_code, day.date, day.week_commencing

union all

select roll.provision_code, day.date, day.week_commencing, roll.placed, roll.ehcp_pupils, roll.part_time_pupils, 0
from roll
join day
    on day.date >= roll.reference_date
    and day.date < coalesce(roll.next_date, date '9999-12-31')

-- One row per placement that a rule asks about which needs the pupil's other placements, the census or the provision's places.
with placement as (

    select
        fact.*,
        coalesce(fact.end_date, date '9999-12-31') as last_day,
        provision.provision_type,
        now.commissioned_capacity
    from core.fact_placement as fact
    left join core.dim_provision as provision
        on provision.provision_key = fact.provision_key
    left join core.dim_provision as now
        on now.provision_code = fact.provision_code
        and now.is_current

),

full_time as (    -- two such cannot be one child's for more than the day of a move

    select
        placement_key,
        coalesce(max(last_day) over (
            partition by pupil_key order by start_date, placement_key rows between unbounded preceding and 1 preceding) > start_date, false)
        or coalesce(min(start_date) over (
            partition by pupil_key order by start_date, placement_key rows between 1 following and unbounded following) < last_day, false) as is_overlapping
    from placement
    where sessions_per_week >= 10

),

taken as (    -- places of a provision on the day of the as-of, one a pupil, in the order in which they were taken

    select placement_key, row_number() over (partition by provision_code order by start_date, placement_key) as place
    from (
        select placement_key, provision_code, start_date
        from placement
        where start_date <= as_of_date()
            and last_day >= as_of_date()
        qualify row_number() over (partition by provision_code, pupil_key order by start_date, placement_key) = 1
    ) as pupil

)

select 'AP-003' as rule, 'placement_register' as return_name, home_laestab as laestab, time_period, cast(start_date as varchar) as about, submission_key, source_line
from placement
join full_time using (placement_key)
where is_overlapping

union all

select 'AP-004', 'placement_register', home_laestab, time_period, cast(start_date as varchar), submission_key, source_line
from placement
where is_outside_key_stage

union all

select 'AP-005', 'placement_register', home_laestab, time_period, cast(start_date as varchar), submission_key, source_line
from placement
where has_ehcp
    and provision_type = 'BEHAVIOUR_PROVISION'
    and exception_reason is null

union all

select 'AP-007', 'placement_register', home_laestab, time_period, cast(start_date as varchar), submission_key, source_line
from placement
where is_outside_key_stage
    and coalesce(mdt_date > start_date, true)

union all

select 'AP-008', 'placement_register', home_laestab, time_period, provision_code, submission_key, source_line
from placement
join taken using (placement_key)
where place > commissioned_capacity

union all

select 'AP-010', 'placement_register', home_laestab, time_period, provision_code, submission_key, source_line
from placement
where provision_code is not null
    and provision_key = -1
    and exists (select 1 from core.dim_provision where provision_code is not null)

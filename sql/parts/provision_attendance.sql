-- One row per cell, part and placement whose pupil had a possible session in a week that began while it lasted.
--
-- Marks are of whichever school keeps the pupil's register; a week counts in the term in which it begins.
with attended as (

    select
        stay.placement_key,
        stay.provision_code,
        stay.provision_type,
        stay.support_tier,
        stay.time_period,
        stay.time_identifier,
        sum(week.possible) as possible,
        sum(week.attending) as attending
    from part.provision__stay as stay
    join core.fact_attendance_weekly as week
        on week.pupil_key = stay.pupil_key
        and week.week_commencing between stay.first_day_of_stay and stay.last_day_of_stay
    group by stay.placement_key, stay.provision_code, stay.provision_type, stay.support_tier, stay.time_period, stay.time_identifier

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    attended.time_period,
    attended.time_identifier,
    'Total' as breakdown_topic,
    'Total' as breakdown,
    scope.scope_type,
    case scope.scope_type
        when 'PROVISION' then attended.provision_code
        when 'PROVISION_TYPE' then attended.provision_type
        when 'SUPPORT_TIER' then attended.support_tier
        else 'Total'
    end as scope_code,
    part.part,
    cast(case part.part when 'possible' then attended.possible else attended.attending end as bigint) as amount,
    'core.fact_placement' as fact,
    attended.placement_key as fact_key
from attended
join core.dim_local_authority as home
    on home.is_home_la
cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)
cross join (values ('possible'), ('attending')) as part (part)
where attended.possible > 0

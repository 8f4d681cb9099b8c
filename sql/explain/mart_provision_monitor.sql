-- One row per row of the mart, length of stay and placement of the period.
with column_of (mart_column, tenths) as (

    values ('length_of_stay_median_days', 5), ('length_of_stay_p90_days', 9)

),

placed as (

    select
        stay.*,
        scope.scope_type,
        case scope.scope_type
            when 'PROVISION' then stay.provision_code
            when 'PROVISION_TYPE' then stay.provision_type
            when 'SUPPORT_TIER' then stay.support_tier
            else 'Total'
        end as scope_code
    from part.provision__stay as stay
    cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)
    where stay.stay_days > 0

)

select
    mart.scope_type,
    mart.scope_code,
    mart.breakdown_topic,
    mart.breakdown,
    mart.time_period,
    mart.time_identifier,
    column_of.mart_column,
    'stay_days' as part,
    placed.stay_days as amount,
    'core.fact_placement' as fact,
    placed.placement_key as fact_key,
    cast(list_sort(list(placed.stay_days) over one)[cast(ceil(count(placed.placement_key) over one * column_of.tenths / 10) as integer)] as varchar)
        as recomputed
from mart.mart_provision_monitor as mart
cross join column_of
left join placed
    on mart.breakdown_topic = 'Total'
    and placed.time_period = mart.time_period
    and placed.time_identifier = mart.time_identifier
    and placed.scope_type = mart.scope_type
    and placed.scope_code = mart.scope_code
window one as (
    partition by mart.scope_type, mart.scope_code, mart.breakdown_topic, mart.breakdown, mart.time_period, mart.time_identifier, column_of.mart_column)

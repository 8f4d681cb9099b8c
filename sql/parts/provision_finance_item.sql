-- One row per cell, part and item that adds to it: items of a quarter, and of its financial year.
--
-- An item above £30,000 is unsigned where host school and partnership have not both signed by its day (FIN-007). Items for one thing
-- in a quarter of £25,000 to £30,000 each may be one purchase (FIN-008).
with item as (

    select
        fact.*,
        coalesce(provision.provision_type, latest.provision_type, 'Unknown') as provision_type,
        coalesce(fact.amount_gbp between 25000 and 30000, false) as is_just_below,
        count(case when fact.amount_gbp between 25000 and 30000 then 1 end) over (
            partition by fact.provision_code, fact.time_period, fact.quarter, lower(fact.description_category)) as just_below
    from core.fact_provision_spend_item as fact
    left join core.dim_provision as provision
        on provision.provision_key = fact.provision_key
    left join core.dim_provision as latest    -- what is paid after a provision has closed is of its kind still
        on latest.provision_code = fact.provision_code
        and latest.is_latest
    where financial_month_start(fact.time_period, cast(fact.quarter as bigint) * 3 - 2) <= as_of_date()

),

amount as (

    select
        item.*,
        part.part,
        case part.part
            when 'item' then 1
            when 'item_pence' then 100 * amount_gbp
            when 'over_30k' then case when is_over_30k then 1 end
            when 'unsigned' then case when is_over_30k and not (is_signed_by_host and is_signed_by_partnership) then 1 end
            when 'split_suspect' then case when is_just_below and just_below > 1 then 1 end
        end as amount
    from item
    cross join (values ('item'), ('item_pence'), ('over_30k'), ('unsigned'), ('split_suspect')) as part (part)

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    amount.time_period,
    case when period.is_year then 'Financial year' else amount.time_identifier end as time_identifier,
    'Total' as breakdown_topic,
    'Total' as breakdown,
    scope.scope_type,
    case scope.scope_type
        when 'PROVISION' then amount.provision_code
        when 'PROVISION_TYPE' then amount.provision_type
        else 'Total'
    end as scope_code,
    amount.part,
    cast(amount.amount as bigint) as amount,
    'core.fact_provision_spend_item' as fact,
    amount.provision_spend_item_key as fact_key
from amount
join core.dim_local_authority as home
    on home.is_home_la
cross join (values (true), (false)) as period (is_year)
cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE')) as scope (scope_type)
where amount.amount is not null

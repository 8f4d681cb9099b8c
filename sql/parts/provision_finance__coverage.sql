-- One row per quarter, and financial year, and topic: categories are told of budgets alone, not of balances, items and returns.
select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    period.time_period,
    period.time_identifier,
    topic.breakdown_topic,
    topic.breakdown_topic = 'Total' as is_whole,
    period.quarter is not null as is_quarter,
    topic.breakdown_topic = 'Total' and coalesce(period.quarter, 4) = 4 as is_year_end,
    least(period.window_end, as_of_date()) as as_at_date,
    'provision_budget_q' as preferred_source,
    case
        when period.window_end >= as_of_date() then 'year_to_date'
        when period.due_date >= as_of_date() then 'provisional'
        else 'final'
    end as data_status
from part.provision_finance__period as period
join core.dim_local_authority as home
    on home.is_home_la
cross join (values ('Total'), ('Category')) as topic (breakdown_topic)

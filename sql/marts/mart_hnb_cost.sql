-- One row per authority, financial year and what is costed: the block, a group, a line, a provision or a saving.
--
-- Figures a head are of the outturn, and of the budget until there is one. Beside the cost of a place stands how long its provision was
-- open: the cost of five months is no cheap year. Money is divided in integers and rounded once. Money that was spent on children says
-- on how many: on the fewest, where the amounts of a row differ.
with cell as (

    select *
    from figure.hnb
    where measure_code = 'hnb_budget_net_gbp'    -- a cell has one row a measure

),

counted as (

    select
        time_period,
        scope_type,
        scope_code,
        max(amount) filter (where part = 'neighbour') as neighbours,
        min(amount) filter (where part in ('child_of_budget', 'child_of_outturn', 'child_of_baseline')) as children
    from total.hnb
    group by time_period, scope_type, scope_code

),

group_title (scope_code, scope_title) as (

    values
        ('PLACE', 'Place funding: special schools and alternative provision'),
        ('TOPUP_MAINTAINED', 'Top-up funding: maintained schools, academies, free schools and colleges'),
        ('TOPUP_INDEPENDENT', 'Top-up funding: non-maintained and independent providers'),
        ('SEN_SERVICES', 'SEN support and inclusion services'),
        ('AP_SERVICES', 'Alternative provision services'),
        ('HOSPITAL', 'Hospital education services'),
        ('THERAPIES', 'Therapies and other health related services'),
        ('TRANSPORT', 'SEN transport'),
        ('OTHER', 'Other high needs expenditure')

),

in_force as (    -- months of a financial year with a day on which a provision was open

    select
        provision.provision_code,
        day.financial_year as time_period,
        count(distinct day.financial_month) as months
    from core.dim_provision as provision
    join core.dim_date as day
        on day.date between provision.valid_from and provision.valid_to
        and day.date <= as_of_date()
    where provision.provision_code is not null
    group by provision.provision_code, day.financial_year

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.scope_type,
    cell.scope_code,
    coalesce(
        case cell.scope_type when 'TOTAL' then 'High needs block' end,
        saving.scope_title,
        group_title.scope_title,
        line.line_name,
        provision.provision_name,
        cell.scope_code
    ) as scope_title,
    saving.baseline_fy,
    cast(coalesce(counted.neighbours, 0) as integer) as comparator_la_count,
    case when cell.scope_type = 'PROVISION' and provision.provision_code is not null
        then cast(coalesce(in_force.months, 0) as integer) end as months_in_force,
    cast(counted.children as integer) as children,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join counted
    on counted.time_period = cell.time_period
    and counted.scope_type = cell.scope_type
    and counted.scope_code = cell.scope_code
left join config.hnb_scope as saving
    on cell.scope_type = 'SAVING'
    and saving.scope_code = cell.scope_code
left join group_title
    on cell.scope_type = 'GROUP'
    and group_title.scope_code = cell.scope_code
left join core.dim_s251_line as line
    on cell.scope_type = 'LINE'
    and line.line_code = cell.scope_code
    and cell.time_period between line.valid_from_fy and line.valid_to_fy
left join core.dim_provision as provision
    on cell.scope_type = 'PROVISION'
    and provision.provision_code = cell.scope_code
    and provision.is_latest
left join in_force
    on cell.scope_type = 'PROVISION'
    and in_force.provision_code = cell.scope_code
    and in_force.time_period = cell.time_period

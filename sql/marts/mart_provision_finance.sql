-- One row per provision, kind of provision, or all of them, quarter of a financial year or the year, and category or all.
--
-- Money is told to the end of a quarter and is never added over quarters. A year is what each provision told last; of a total that may
-- be the second quarter of one and the third of another. A provision is described as in the latest version of its entry in the register.
with cell as (

    select *
    from figure.provision_finance
    where measure_code = 'provision_finance_budget'    -- a cell has one row a measure

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
    case cell.scope_type
        when 'PROVISION' then coalesce(provision.provision_name, cell.scope_code)
        when 'PROVISION_TYPE' then coalesce(kind.label, 'Not in the register')
        else 'All provisions'
    end as scope_name,
    coalesce(provision.provision_type, kind.code) as provision_type,
    provision.neighbourhood,
    provision.host_laestab,
    cell.breakdown as category,
    case cell.breakdown_topic when 'Total' then 'All categories' else coalesce(category.label, cell.breakdown) end as category_title,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join core.dim_provision as provision
    on cell.scope_type = 'PROVISION'
    and provision.provision_code = cell.scope_code
    and provision.is_latest
left join config.provision_type as kind
    on cell.scope_type = 'PROVISION_TYPE'
    and kind.code = cell.scope_code
left join config.provision_budget_category as category
    on category.code = cell.breakdown

-- One row per month or financial year, and all placements out of borough or those of a sector of provider.
--
-- A sector has a row where a child was placed with it, or something was spent on one, in the period.
with cell as (

    select *
    from figure.out_of_borough
    where measure_code = 'oob_pupils'    -- a cell has one row a measure

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.period_start as month_start,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    case cell.scope_type when 'SECTOR' then cell.scope_code else 'Total' end as sector,
    case when cell.scope_type = 'SECTOR' then coalesce(sector.label, 'Unknown') else 'All sectors' end as sector_name,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join config.provider_sector as sector
    on cell.scope_type = 'SECTOR'
    and sector.code = cell.scope_code

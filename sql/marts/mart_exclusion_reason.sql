-- One row per authority, period, kind of school and reason: how often it was given for suspensions and permanent exclusions.
--
-- A suspension has up to three reasons and stands at each of them: the row of all reasons (Total) counts mentions, not suspensions.
with reason as (    -- a code has one label, in force or not

    select code, max(label) as label, max(reason_group) as reason_group
    from core.dim_exclusion_reason
    where code is not null
    group by code

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.phase_type_grouping,
    cell.scope_code as reason_code,
    case cell.scope_code when 'Total' then 'All reasons' else coalesce(reason.label, 'Unknown') end as reason,
    case cell.scope_code when 'Total' then 'Total' else coalesce(reason.reason_group, cell.scope_code) end as reason_group,
    cell.cell_key
from figure.exclusion_reason as cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join reason
    on reason.code = cell.scope_code
where cell.measure_code = 'susp_reason_mentions'    -- a cell has one row a measure

-- One row per authority, half term or year, cohort and provision: how EBSNA pupils attend once support has started.
--
-- EBSNA (emotionally based school non-attendance) has no statutory code. Its absence may stand under I, C, C2, O or N, and off-site
-- education under B or K; the register alone identifies the pupils, and the mix of codes is shown beside.
select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.breakdown as cohort,
    cell.scope_code as provision_code,
    case cell.scope_code
        when 'Total' then 'Total'
        when 'None' then 'No provision'
        else provision.provision_name
    end as provision_name,
    cell.cell_key
from figure.ebsna as cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join core.dim_provision as provision
    on provision.provision_code = cell.scope_code
    and provision.is_latest
where cell.measure_code = 'ebsna_pupils'    -- a cell has one row a measure

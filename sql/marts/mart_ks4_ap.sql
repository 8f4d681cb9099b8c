-- One row per academic year with results of key stage 4 and cohort, or group of all pupils: what they achieved.
with cell as (

    select *
    from figure.ks4
    where measure_code = 'ks4_pupils'    -- a cell has one row a measure

),

comparable as (

    select time_period, is_comparable, is_compared
    from part.ks4__coverage

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.scope_code as cohort,
    case cell.scope_code
        when 'ALL' then 'All pupils with results'
        when 'IN_AP' then 'In alternative provision'
        when 'PARTNERSHIP_Y11' then 'At a partnership place'
        when 'REMAINED_ON_ROLL' then 'Supported and still on roll'
        when 'EVER_PEX' then 'Ever permanently excluded'
    end as cohort_name,
    cell.breakdown_topic,
    cell.breakdown,
    comparable.is_comparable,
    comparable.is_compared as is_comparable_with_year_before,
    cell.cell_key
from cell
join comparable
    on comparable.time_period = cell.time_period
join core.dim_local_authority as authority
    on authority.is_home_la

-- A row of an EES table is of no place that DfE knows
-- severity: FAIL
-- why: levels are a fixed list; England, regions and authorities have their names and codes
-- matters: the row is shown nowhere, or at another place
-- resolve: correct the authority in config/reference/local_authority.csv, or EesExport
with place as (

    select
        file,
        line,
        max(value) filter (col_name = 'geographic_level') as geographic_level,
        max(value) filter (col_name = 'country_code') as country_code,
        max(value) filter (col_name = 'country_name') as country_name,
        max(value) filter (col_name = 'region_code') as region_code,
        max(value) filter (col_name = 'region_name') as region_name,
        max(value) filter (col_name = 'old_la_code') as old_la_code,
        max(value) filter (col_name = 'new_la_code') as new_la_code,
        max(value) filter (col_name = 'la_name') as la_name
    from ees.cell
    group by file, line

)

select place.*
from place
where coalesce(geographic_level not in ('National', 'Regional', 'Local authority', 'School'), true)
    or coalesce(country_code <> 'E92000001' or country_name <> 'England', true)
    or geographic_level <> 'National'
    and not exists (select 1 from config.local_authority as la where la.region_code = place.region_code and la.region_name = place.region_name)
    or geographic_level in ('Local authority', 'School')
    and not exists (
        select 1
        from config.local_authority as la
        where cast(la.old_la_code as varchar) = place.old_la_code
            and la.new_la_code = place.new_la_code
            and la.la_name = place.la_name
            and la.region_code = place.region_code)
    -- What is of a larger place names no smaller one.
    or geographic_level in ('National', 'Regional') and coalesce(old_la_code, new_la_code, la_name) is not null
    or geographic_level = 'National' and coalesce(region_code, region_name) is not null

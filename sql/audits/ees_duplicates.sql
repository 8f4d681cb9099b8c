-- Two rows of an EES table are of one place, period and choice of filters
-- severity: FAIL
-- why: a reader who has chosen place, period and filters is shown one figure
-- matters: whoever uploads the table is refused
-- resolve: look at the grain of the mart, and at what EesExport makes filters
with named as (

    select
        cell.file,
        cell.line,
        string_agg(cell.col_name || '=' || coalesce(cell.value, ''), ', ' order by cell.col_name) as cell
    from ees.cell as cell
    left join ees.meta as meta
        on meta.file = cell.file
        and meta.col_name = cell.col_name
    where meta.col_type = 'Filter'
        or cell.col_name in ('time_period', 'time_identifier', 'geographic_level', 'region_code', 'new_la_code', 'school_urn')
        or cell.col_name in (select grouped.filter_grouping_column from ees.meta as grouped where grouped.file = cell.file)
    group by cell.file, cell.line

)

select file, cell, count(*) as rows_of_it
from named
group by file, cell
having count(*) > 1

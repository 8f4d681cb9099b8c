-- A filter of an EES table has one value alone, or no Total
-- severity: WARN
-- why: a filter of one value is no choice, and without a Total nothing is shown before a reader has chosen
-- matters: whoever uploads the table is asked why
-- resolve: see whether rows of the mart are missing; where they are as they should be, nothing is to be done
select
    cell.file,
    cell.col_name,
    count(distinct cell.value) as different,
    count(*) filter (cell.value = 'Total') as rows_of_total
from ees.cell as cell
join ees.meta as meta
    on meta.file = cell.file
    and cell.col_name in (meta.col_name, meta.filter_grouping_column)
    and meta.col_type = 'Filter'
group by cell.file, cell.col_name
having count(distinct cell.value) < 2
    or count(*) filter (cell.value = 'Total') = 0

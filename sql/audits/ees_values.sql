-- A cell of an EES table is blank, or neither a number nor a symbol that DfE has today
-- severity: FAIL
-- why: a figure without a value has a symbol that says why (z, x, c, low, k, u); the old ones (:, ~, .., n/a) are refused
-- matters: whoever uploads the table is refused, or readers take a gap for a zero
-- resolve: a fault of ours, in EesExport: correct it and publish again
select
    cell.file,
    cell.line,
    cell.col_name,
    case
        when meta.col_type is distinct from 'Indicator' and trim(cell.value) <> cell.value then 'blanks around it'
        when coalesce(trim(cell.value), '') = '' then 'blank'
        else 'no number and no symbol'
    end as problem
from ees.cell as cell
left join ees.meta as meta
    on meta.file = cell.file
    and meta.col_name = cell.col_name
where (meta.col_name is not null or cell.col_name in (select grouped.filter_grouping_column from ees.meta as grouped where grouped.file = cell.file))
    and (
        coalesce(trim(cell.value), '') = ''
        or trim(cell.value) <> cell.value
        or meta.col_type = 'Indicator'
        and not regexp_full_match(cell.value, '-?[0-9]+([.][0-9]+)?')
        and cell.value not in ('z', 'x', 'c', 'low', 'k', 'u')
    )

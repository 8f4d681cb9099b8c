-- An EES table lacks a column that it must have, or has one of another form
-- severity: FAIL
-- why: every table says period, level and place in columns of fixed names; names are snake case and stand once
-- matters: whoever uploads the table is refused
-- resolve: a fault of ours, in EesExport or in the name of a column of the mart: correct it and publish again
with required as (

    select file.file, named.col_name
    from ees.file
    cross join (values ('time_period'), ('time_identifier'), ('geographic_level'), ('country_code'), ('country_name')) as named (col_name)

    union

    select cell.file, named.col_name
    from ees.cell
    join (values
        ('Regional', 'region_code'), ('Regional', 'region_name'),
        ('Local authority', 'region_code'), ('Local authority', 'region_name'), ('Local authority', 'old_la_code'), ('Local authority', 'new_la_code'),
        ('Local authority', 'la_name'),
        ('School', 'old_la_code'), ('School', 'new_la_code'), ('School', 'la_name'), ('School', 'school_name'), ('School', 'school_urn'),
        ('School', 'school_laestab')) as named (geographic_level, col_name)
        on named.geographic_level = cell.value
    where cell.col_name = 'geographic_level'

)

select required.file, required.col_name, 'is missing' as problem
from required
anti join ees.header as header
    on header.file = required.file
    and header.col_name = required.col_name

union all

select file, col_name, 'is not snake case'
from ees.header
where not regexp_full_match(col_name, '[a-z][a-z0-9_]*')

union all

select file, col_name, 'stands twice'
from ees.header
group by file, col_name
having count(*) > 1

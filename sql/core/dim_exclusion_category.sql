-- One row per category of exclusion as returns write it.
select
    code,
    case when code = 'FIXD' then 'SUSP' else code end as category,
    label,
    counts_in_published,
    coalesce(valid_from, date '1900-01-01') as valid_from,
    coalesce(valid_to, date '9999-12-31') as valid_to
from config.exclusion_category

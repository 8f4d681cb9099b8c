-- One row per reason and period of its validity, and one each for unknown and not applicable.
select
    stable_key(code, valid_from) as reason_key,
    code,
    label,
    coalesce(parent, code) as reason_group,
    coalesce(valid_from, date '1900-01-01') as valid_from,
    coalesce(valid_to, date '9999-12-31') as valid_to
from config.exclusion_reason

union all

select
    reason_key,
    null as code,
    label,
    null as reason_group,
    date '1900-01-01' as valid_from,
    date '9999-12-31' as valid_to
from (values (-1, 'Unknown'), (-2, 'Not applicable')) as without_reason (reason_key, label)

-- One row per attendance code and period in which it meant this, and one for unknown.
--
-- possible = attending + authorised + unauthorised; attending = present + approved educational activity.
select
    stable_key(code, valid_from) as attendance_code_key,
    code as attendance_code,
    label,
    statistical_class,
    statistical_class in ('PRESENT', 'AEA', 'AUTHORISED', 'UNAUTHORISED') as is_possible,
    statistical_class in ('PRESENT', 'AEA') as is_attending,
    statistical_class in ('AUTHORISED', 'UNAUTHORISED') as is_absence,
    statistical_class = 'AUTHORISED' as is_authorised,
    statistical_class = 'UNAUTHORISED' as is_unauthorised,
    coalesce(valid_from, date '1900-01-01') as valid_from,
    coalesce(valid_to, date '9999-12-31') as valid_to
from config.attendance_code

union all

select
    -1 as attendance_code_key,
    null as attendance_code,
    'Unknown' as label,
    'NOT_POSSIBLE' as statistical_class,
    false as is_possible,
    false as is_attending,
    false as is_absence,
    false as is_authorised,
    false as is_unauthorised,
    date '1900-01-01' as valid_from,
    date '9999-12-31' as valid_to

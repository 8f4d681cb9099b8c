-- An exclusion, a reason of it or the source of a school's term stands twice
-- severity: FAIL
-- why: an exclusion, a reason by its rank, and the source of a school and term each stand once
-- matters: counts of exclusions and of reasons are counts of these rows
-- resolve: a fault of the model: look in the named table's model for the join that gives two rows of one key; two notices of one id are one exclusion
select 'fact_exclusion' as table_name, exclusion_key as key_found, count(*) as rows_found
from core.fact_exclusion
group by exclusion_key
having count(*) > 1

union all

select 'bridge_exclusion_reason' as table_name, exclusion_key as key_found, count(*) as rows_found
from core.bridge_exclusion_reason
group by exclusion_key, reason_rank
having count(*) > 1

union all

select 'bridge_exclusion_source' as table_name, laestab as key_found, count(*) as rows_found
from core.bridge_exclusion_source
group by laestab, time_period, term
having count(*) > 1

-- Two versions of a provision hold on the same day
-- severity: FAIL
-- rule: BLD-013
-- why: a placement finds the provision as it was on its first day: one version holds on each day
-- matters: placements of that day would stand twice
-- resolve: let each entry of the register end before the next one begins and send the register again
select 'provision' as staged_table, later.submission_key, later.source_line
from core.dim_provision as earlier
join core.dim_provision as later
    on later.provision_code = earlier.provision_code
    and later.valid_from > earlier.valid_from
    and later.valid_from <= earlier.valid_to

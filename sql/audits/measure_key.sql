-- Two rows of core.dim_measure have the same key
-- severity: FAIL
-- why: a measure is defined once at a time
-- matters: outcomes and scorecards join measures by code and would have two rows
-- resolve: the named measure stands twice in the config of measures, or in the overlay of the home too: leave one
select measure_key
from core.dim_measure
group by measure_key
having count(*) > 1

-- Two rows of mart.mart_pupil_voice tell of the same
-- severity: FAIL
-- why: a year, who asked and how stand once
-- matters: children who were heard would be counted twice
-- resolve: a fault of the model: see why mart.mart_pupil_voice has a row twice
select time_period, scope_type, scope_code, method
from mart.mart_pupil_voice
group by time_period, scope_type, scope_code, method
having count(*) > 1

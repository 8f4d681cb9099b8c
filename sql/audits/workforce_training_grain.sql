-- Two rows of mart.mart_workforce_training tell of the same
-- severity: FAIL
-- why: a period, course and role stand once
-- matters: staff would be counted twice
-- resolve: a fault of the model: see why mart.mart_workforce_training has a row twice
select time_period, time_identifier, course, role
from mart.mart_workforce_training
group by time_period, time_identifier, course, role
having count(*) > 1

-- Two rows of mart.mart_returns_register tell of the same return, school and stretch of time
-- severity: FAIL
-- why: each return that is owed stands once, with one state
-- matters: rates of schools would count it twice, and a school would be asked twice
-- resolve: a fault of the model: see why mart.mart_returns_register has a row twice
select return_name, laestab, period
from mart.mart_returns_register
group by return_name, laestab, period
having count(*) > 1

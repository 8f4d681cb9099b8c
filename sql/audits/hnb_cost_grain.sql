-- Two rows of mart.mart_hnb_cost tell of the same cost
select la_code, time_period, scope_type, scope_code
from mart.mart_hnb_cost
group by la_code, time_period, scope_type, scope_code
having count(*) > 1

-- Two rows of mart.mart_same_point_in_year tell of the same point
select la_code, time_period, geographic_level, laestab, measure_code, basis, cutoff_date
from mart.mart_same_point_in_year
group by la_code, time_period, geographic_level, laestab, measure_code, basis, cutoff_date
having count(*) > 1

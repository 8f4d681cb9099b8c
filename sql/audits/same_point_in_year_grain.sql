-- Two rows of mart.mart_same_point_in_year tell of the same point
-- severity: FAIL
-- why: a measure, basis and cut-off of an area is one row
-- matters: this year and last would be compared twice
-- resolve: a fault of the model: look in sql/marts/mart_same_point_in_year.sql for the join that gives two rows; two cut-offs of one day do the same
select la_code, time_period, geographic_level, laestab, measure_code, basis, cutoff_date
from mart.mart_same_point_in_year
group by la_code, time_period, geographic_level, laestab, measure_code, basis, cutoff_date
having count(*) > 1

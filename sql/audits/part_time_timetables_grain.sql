-- A school stands twice in a week of part-time timetables
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either
-- matters: a school would be asked about timetables that it does not have
-- resolve: a fault of the model: look in sql/marts/mart_part_time_timetables.sql for the join that gives the cell two rows
select week_commencing, geographic_level, laestab, count(*) as rows_found
from mart.mart_part_time_timetables
group by week_commencing, geographic_level, laestab
having count(*) > 1

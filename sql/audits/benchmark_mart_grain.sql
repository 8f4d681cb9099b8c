-- A measure stands twice beside what is published of others
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either
-- matters: boards compare the authority with England and its neighbours
-- resolve: a fault of the model: look in sql/marts/mart_benchmark.sql and mart_benchmark__part.sql for the join that gives the cell two rows
select time_period, time_identifier, education_phase, measure_code, count(*) as rows_found
from mart.mart_benchmark
group by time_period, time_identifier, education_phase, measure_code
having count(*) > 1

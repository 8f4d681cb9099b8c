-- Two rows of mart.mart_data_quality tell of the same submission and school
-- severity: FAIL
-- why: a school answers once for its rows of a submission
-- matters: rows that are to be mended would be counted twice
-- resolve: a fault of the model: see why core.fact_return_quality, or what it is joined with, has a row twice
select return_name, laestab, submission_id
from mart.mart_data_quality
group by return_name, laestab, submission_id
having count(*) > 1

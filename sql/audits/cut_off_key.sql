-- Two rows of core.dim_cut_off have the same key
-- severity: FAIL
-- why: a cut-off is one point of one year
-- matters: same point in year has a row for each cut-off, and would have two
-- resolve: a fault of the model: look in sql/core/dim_cut_off.sql for the period or the half term that gives two rows
select cut_off_key
from core.dim_cut_off
group by cut_off_key
having count(*) > 1

-- Have suspensions and permanent exclusions fallen, compared to the same point last year?
-- The point is the same school day of the year. A percentage of a low base is no headline.
select measure_code as "measure", cutoff_date as "up to", previous_cutoff_date as "and last year up to",
    previous as "last year", "current" as "this year", change_abs as "change", round(change_pct, 1) as "change, %",
    is_low_base as "low base", nullif(change_pct_status, 'ok') as "why there is no percentage"
from mart_same_point_in_year
where geographic_level = 'Local authority' and basis = 'ORDINAL'
    and cutoff_date = (select max(cutoff_date) from mart_same_point_in_year)
order by measure_code;

-- How does this year go beside the last, from half term to half term?
select cutoff_date as "up to", school_day_ordinal as "school day", previous as "last year", "current" as "suspensions",
    change_abs as "change", round(change_pct, 1) as "change, %", nullif(change_abs_status, 'ok') as "why not told"
from mart_same_point_in_year
where geographic_level = 'Local authority' and basis = 'ORDINAL' and measure_code = 'suspension'
    and time_period = (select max(time_period) from mart_same_point_in_year)
order by cutoff_date;

-- One row per pupil of whom a census tells the age: the last day on which a child of that age has to be educated, the end of June of Year 11.
select census.pupil_key, add_days(year.window_end, -31) as last_day
from (
    select pupil_key, time_period + 101 * (15 - age_at_31_august) as last_period
    from core.fact_pupil_census
    where age_at_31_august is not null
    qualify row_number() over (partition by pupil_key order by reference_date desc, pupil_census_key) = 1
) as census
join core.dim_academic_period as year
    on year.time_period = census.last_period
    and year.time_identifier = 'Academic year'

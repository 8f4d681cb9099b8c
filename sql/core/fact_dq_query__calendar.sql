-- One row per day of the terms whose dates are known, with the last school day of its year so far: of a term without a school day nobody has told them.
select
    date,
    is_school_day,
    school_day_ordinal,
    max(case when date <= as_of_date() then school_day_ordinal end) over (partition by time_period) as ordinal_today
from core.dim_date
join (
    select time_period, term
    from core.dim_date
    where is_school_day
    group by time_period, term
) as known_term using (time_period, term)

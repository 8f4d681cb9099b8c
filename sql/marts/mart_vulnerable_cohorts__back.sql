-- One row per week and cohort of pupils out of school: who was at school again in the academic year so far, and after how many days.
--
-- Days are counted from the day on which a pupil came into the cohort to the first at school; two reports of one return are one.
with returned as (

    select out.cohort, out.pupil_key, out.back_on, cast(max(back.day_number - out_from.day_number) as integer) as days
    from mart.mart_vulnerable_cohorts__out as out
    join core.dim_date as back
        on back.date = out.back_on
    join core.dim_date as out_from
        on out_from.date = out.first_day
    group by out.cohort, out.pupil_key, out.back_on

),

ranked as (

    select
        week.week_commencing,
        returned.cohort,
        returned.days,
        row_number() over (partition by week.week_commencing, returned.cohort order by returned.days, returned.pupil_key) as nth,
        count(*) over (partition by week.week_commencing, returned.cohort) as returns
    from mart.mart_vulnerable_cohorts__week as week
    join returned
        on academic_year(returned.back_on) = week.time_period
        and returned.back_on <= week.as_at_date

)

select week_commencing, cohort, count(*) as returned, min(case when 2 * nth >= returns then days end) as median_days
from ranked
group by week_commencing, cohort

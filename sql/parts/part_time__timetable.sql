-- One row per part-time timetable that has begun, with the run of timetables that it belongs to.
--
-- One that follows another of the pupil at the school within two weeks goes on with it, so that six weeks are not begun anew by a new number.
with begun as (

    select *, coalesce(end_date, date '2999-12-31') as until
    from core.fact_part_time_timetable
    where start_date <= as_of_date()
        and coalesce(end_date >= start_date, true)

),

judged as (

    select
        *,
        case when start_date <= add_days(max(until) over earlier, 14) then 0 else 1 end as is_new,
        max(last_review_date) over earlier as earlier_review_date
    from begun
    window earlier as (
        partition by pupil_key, laestab order by start_date, part_time_timetable_key rows between unbounded preceding and 1 preceding)

),

numbered as (

    select *, sum(is_new) over (partition by pupil_key, laestab order by start_date, part_time_timetable_key) as run
    from judged

)

select
    part_time_timetable_key,
    pupil_key,
    pupil_term_key,
    laestab,
    start_date,
    until,
    min(start_date) over (partition by pupil_key, laestab, run) as run_start,
    max(until) over (partition by pupil_key, laestab, run) as run_end,
    sessions_offered_per_week,
    review_due_date,
    last_review_date,
    case when is_new = 0 then earlier_review_date end as earlier_review_date,
    parent_agreed_date
from numbered

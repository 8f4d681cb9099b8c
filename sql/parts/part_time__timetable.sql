-- One row per part-time timetable that has begun, with the run of timetables that it belongs to.
--
-- One that follows another of the pupil at the school within ten school days, or two weeks, goes on with it, so that six weeks are not begun anew
-- by a new number or after a holiday. It ends at the latest when the pupil leaves the school, by the register of movements or with an entry on
-- the main roll of another, and with the summer term of Year 11.
with school_day as (    -- how many there were up to a day

    select
        date,
        sum(case when is_school_day or school_day_ordinal is null and extract(dow from date) between 1 and 5 then 1 else 0 end) over (order by date) as nth
    from core.dim_date

),

gone as (    -- from the school

    select timetable.part_time_timetable_key, min(departure.date) as date
    from core.fact_part_time_timetable as timetable
    join (
        select pupil_key, from_laestab, cast(null as integer) as to_laestab, movement_date as date
        from core.fact_pupil_movement
        where movement_type in ('EHE_START', 'CME_START', 'OFF_ROLL', 'PEX_MOVE', 'OUT_OF_AREA')

        union all

        select pupil_key, null, laestab, entry_date
        from core.fact_pupil_census
        where is_on_roll
            and is_in_headcount
    ) as departure
        on departure.pupil_key = timetable.pupil_key
        and departure.date > timetable.start_date
        and coalesce(departure.from_laestab = timetable.laestab, departure.to_laestab <> timetable.laestab, false)
    group by timetable.part_time_timetable_key

),

begun as (

    select
        timetable.*,
        least(coalesce(timetable.end_date, date '2999-12-31'), add_days(gone.date, -1), school_age.last_day) as until
    from core.fact_part_time_timetable as timetable
    left join gone
        on gone.part_time_timetable_key = timetable.part_time_timetable_key
    left join part.ehe_offroll__school_age as school_age
        on school_age.pupil_key = timetable.pupil_key
    where timetable.start_date <= as_of_date()
        and coalesce(timetable.end_date >= timetable.start_date, true)
        and coalesce(school_age.last_day >= timetable.start_date, true)

),

followed as (

    select *, max(until) over earlier as earlier_until, max(last_review_date) over earlier as earlier_review_date
    from begun
    window earlier as (
        partition by pupil_key, laestab order by start_date, part_time_timetable_key rows between unbounded preceding and 1 preceding)

),

judged as (

    select
        followed.*,
        case when followed.start_date <= add_days(followed.earlier_until, 14) or first_day.nth - last_day.nth <= 10 then 0 else 1 end as is_new
    from followed
    left join school_day as first_day
        on first_day.date = followed.start_date
    left join school_day as last_day
        on last_day.date = followed.earlier_until

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

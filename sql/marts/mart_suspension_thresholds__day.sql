-- One row per suspension or lunchtime exclusion that counts and school day of it, with the sessions that it took; one more for what no known
-- school day holds, on its first day.
--
-- A suspension takes its school days one after another from its first day, two sessions each, and so may run into the next term or year. A
-- lunchtime exclusion takes half a day each. Definition: statutory guidance on suspension and permanent exclusion.
with suspension as (

    select *, case category when 'LNCH' then 1 else 2 end as sessions_a_day
    from mart.mart_suspension_thresholds__exclusion
    where category in ('SUSP', 'LNCH')

),

calendar as (select * from mart.mart_suspension_thresholds__calendar),

place as (    -- of the ninety sessions at most that a suspension may have

    select day_number as number
    from core.dim_date
    where day_number < 90

),

placed as (

    select
        suspension.exclusion_key,
        suspension.pupil_key,
        suspension.laestab,
        suspension.category,
        day.time_period,
        day.term,
        day.date,
        day.nth,
        cast(least(suspension.sessions_a_day, suspension.sessions - suspension.sessions_a_day * place.number) as integer) as sessions
    from suspension
    join place
        on suspension.sessions > suspension.sessions_a_day * place.number
    join calendar as first_day
        on first_day.date = suspension.start_date
        and first_day.is_known
    join calendar as day
        on day.is_school_day
        and day.unknown_terms = first_day.unknown_terms
        and day.nth = first_day.nth + place.number

),

taken as (

    select exclusion_key, sum(sessions) as sessions
    from placed
    group by exclusion_key

)

select exclusion_key, pupil_key, laestab, category, time_period, term, date, nth, sessions
from placed

union all

select suspension.exclusion_key, suspension.pupil_key, suspension.laestab, suspension.category, suspension.time_period, suspension.term,
    suspension.start_date, null, cast(suspension.sessions - coalesce(taken.sessions, 0) as integer)
from suspension
left join taken
    on taken.exclusion_key = suspension.exclusion_key
where suspension.sessions > coalesce(taken.sessions, 0)

-- One row per day: how many school days there were up to it, and the place of the first school day from it on.
--
-- A term without a school day is one whose dates nobody has told: from one day to another school days can be counted where both know of
-- equally many such terms before them, and the first lies in none. Places on either side of such a term do not follow each other.
with school_term as (

    select time_period, term, min(date) as first_day, bool_or(is_school_day) as is_known
    from core.dim_date
    group by time_period, term

),

numbered_term as (

    select time_period, term, is_known,
        cast(sum(case when is_known then 0 else 1 end) over (order by first_day) as integer) as unknown_terms
    from school_term

),

counted as (

    select
        date,
        time_period,
        term,
        is_school_day,
        cast(sum(case when is_school_day then 1 else 0 end) over (order by date) as integer) as school_days
    from core.dim_date

)

select
    counted.date,
    counted.time_period,
    counted.term,
    counted.is_school_day,
    counted.school_days,
    counted.school_days + case when counted.is_school_day then 0 else 1 end + numbered_term.unknown_terms as nth,
    numbered_term.is_known,
    numbered_term.unknown_terms
from counted
join numbered_term
    on numbered_term.time_period = counted.time_period
    and numbered_term.term = counted.term

-- One row per school's census and pupil on its roll who moves school on a regular basis: at three schools or more in its year and the one
-- before, of which two or more were entered in-year.
--
-- Schools ordinarily take pupils in August and September into Reception, Years 3, 7, 10 and 12, and into a nursery at any time: such an entry
-- is no move. Only entries up to the day of the census count: nobody knows of later ones yet. A subsidiary registration is none.
with enrolment as (

    select pupil_key, laestab, entry_date, min(pupil_census_key) as fact_key, min(reference_date) as first_seen,
        max(coalesce(leaving_date, case when is_on_roll then reference_date end)) as last_seen
    from core.fact_pupil_census
    where coalesce(enrol_status in ('C', 'M'), true)
    group by pupil_key, laestab, entry_date

),

on_roll as (

    select pupil_key, laestab, time_period, term
    from core.fact_pupil_census
    where is_on_roll
        and coalesce(enrol_status in ('C', 'M'), true)
    group by pupil_key, laestab, time_period, term

),

entry as (

    select
        enrolment.*,
        coalesce(
            cast(floor(academic_year(enrolment.entry_date) / 100) as integer) - age.school_year_of_birth > 3
            and not (extract(month from enrolment.entry_date) in (8, 9)
                and cast(floor(academic_year(enrolment.entry_date) / 100) as integer) - age.school_year_of_birth in (4, 7, 11, 14, 16)),
            extract(month from enrolment.entry_date) not in (8, 9),
            false) as is_in_year
    from enrolment
    left join mart.mart_vulnerable_cohorts__age as age
        on age.pupil_key = enrolment.pupil_key

)

select census.reference_date, census.last_day, entry.pupil_key, max_by(entry.fact_key, entry.entry_date) as fact_key
from mart.mart_vulnerable_cohorts__census as census
join entry
    on entry.first_seen <= census.reference_date
    and entry.last_seen >= census.window_start
    and coalesce(entry.entry_date <= census.reference_date, true)
join on_roll
    on on_roll.pupil_key = entry.pupil_key
    and on_roll.laestab = census.laestab
    and on_roll.time_period = census.time_period
    and on_roll.term = census.term
group by census.laestab, census.reference_date, census.last_day, entry.pupil_key
having count(distinct entry.laestab) >= 3
    and count(distinct case when entry.is_in_year and entry.entry_date >= census.window_start then entry.laestab end) >= 2

-- One row per week, cohort and pupil who belongs to it on the week's day; of `Total` one per pupil who belongs to any.
--
-- A pupil is in the neighbourhood of the own school: that of the term's census, else of the last before, else the school that the source names.
-- No return brings where pupils live. Not in full-time education is who is missing education, waits for a place or has a part-time timetable,
-- or is excluded and has no full-time place in alternative provision; a placement that says no sessions is full-time. Whether who is excluded
-- and has none that is told has one nobody knows while the register of placements does not speak. At risk is told of who is not excluded yet.
with every_week as (select * from mart.mart_vulnerable_cohorts__week),    -- a view is planned anew wherever it is named
known_cohort as (select * from mart.mart_vulnerable_cohorts__known),
every_spell as (select * from mart.mart_vulnerable_cohorts__spell),

belonging as (

    select
        week.week_commencing,
        week.as_at_date,
        week.time_period,
        week.term,
        spell.cohort,
        known.is_counted,
        spell.pupil_key,
        min(spell.since) as since,
        min(spell.laestab) as laestab
    from every_week as week
    join every_spell as spell
        on week.as_at_date between spell.first_day and spell.last_day
    join known_cohort as known
        on known.cohort = spell.cohort
        and week.as_at_date between known.known_from and known.known_to
    group by week.week_commencing, week.as_at_date, week.time_period, week.term, spell.cohort, known.is_counted, spell.pupil_key

),

offered as (    -- sessions a week in alternative provision, also where the roll alone tells of them

    select week.week_commencing, spell.pupil_key, sum(spell.sessions) as sessions
    from every_week as week
    join every_spell as spell
        on spell.cohort = 'IN_AP'
        and week.as_at_date between spell.first_day and spell.last_day
    group by week.week_commencing, spell.pupil_key

),

register as (

    select week.week_commencing, coalesce(bool_or(week.as_at_date between known.known_from and known.known_to), false) as is_known
    from every_week as week
    join known_cohort as known
        on known.cohort = 'IN_AP'
    group by week.week_commencing

),

pupil_week as (

    select
        belonging.week_commencing, as_at_date, time_period, term, belonging.pupil_key,
        sum(case when is_counted then 1 else 0 end) as cohorts,
        min(laestab) as laestab,
        bool_or(cohort in ('CME', 'NEW_AWAITING_PLACE', 'PTT'))
            or bool_or(cohort = 'EXCLUDED') and case when max(offered.sessions) >= 10 then false when bool_or(register.is_known) then true end
            as is_not_full_time,
        bool_or(cohort = 'AT_RISK') and not bool_or(cohort = 'EXCLUDED') as is_at_risk
    from belonging
    join register
        on register.week_commencing = belonging.week_commencing
    left join offered
        on offered.week_commencing = belonging.week_commencing
        and offered.pupil_key = belonging.pupil_key
    group by belonging.week_commencing, as_at_date, time_period, term, belonging.pupil_key

),

latest as (

    select pupil_key, laestab
    from core.dim_pupil
    where is_current

),

homed as (

    select pupil_week.*, coalesce(school.neighbourhood, 'Unknown') as neighbourhood
    from pupil_week
    cross join core.dim_local_authority as home
    left join core.dim_pupil as pupil
        on pupil.pupil_key = pupil_week.pupil_key
        and pupil.time_period = pupil_week.time_period
        and pupil.term = pupil_week.term
    left join latest
        on latest.pupil_key = pupil_week.pupil_key
    left join core.dim_school as school
        on school.laestab = coalesce(pupil.laestab, latest.laestab, pupil_week.laestab)
        and school.la_code = home.la_code
        and pupil_week.as_at_date between school.valid_from and school.valid_to
    where home.is_home_la

)

select
    homed.week_commencing,
    belonging.cohort,
    homed.pupil_key,
    homed.neighbourhood,
    cast(since.day_number as integer) as since_day,
    cast(today.day_number as integer) as as_at_day,
    cast(homed.cohorts as integer) as cohorts,
    homed.is_not_full_time,
    homed.is_at_risk
from homed
join belonging
    on belonging.week_commencing = homed.week_commencing
    and belonging.pupil_key = homed.pupil_key
join core.dim_date as today
    on today.date = homed.as_at_date
left join core.dim_date as since
    on since.date = belonging.since
where belonging.cohort <> 'AT_RISK'
    or homed.is_at_risk

union all

select week_commencing, 'Total', pupil_key, neighbourhood, null, null, cast(cohorts as integer), is_not_full_time, is_at_risk
from homed
where cohorts > 0

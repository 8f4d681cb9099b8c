-- One row per cohort and stretch of days of which its source speaks.
--
-- A register speaks from its first entry until some time after it last came: two months where it is owed weekly, five where it is owed by
-- term. Notices are given by event, and may be none for a summer: they speak to the day of the as-of, as censuses of exclusions beside them.
with came as (

    select return_name, max(london_date(received_at)) as last_came
    from core.dim_submission
    group by return_name

),

begun as (

    select 'pupil_movement' as source, min(movement_date) as first_day, 62 as days
    from core.fact_pupil_movement

    union all

    select 'placement_register', min(start_date), 62
    from core.fact_placement

    union all

    select 'part_time_timetable', min(start_date), 62
    from core.fact_part_time_timetable

    union all

    select 'ebsna_register', min(coalesce(referral_date, support_start_date)), 62
    from core.fact_ebsna_episode

    union all

    select 'lac_register', min(valid_from), 153
    from core.bridge_pupil_looked_after

    union all

    select 'exclusions', min(start_date), null
    from core.fact_exclusion
    where is_counted

),

register as (

    select begun.source, begun.first_day as known_from, least(coalesce(add_days(came.last_came, begun.days), as_of_date()), as_of_date()) as known_to
    from begun
    left join came
        on came.return_name = begun.source
    where begun.first_day is not null

    union all

    select 'census', reference_date, least(last_day, as_of_date())
    from mart.mart_vulnerable_cohorts__census

    union all

    select 'marks', marked.week_commencing, sunday.date
    from core.fact_attendance_school as marked
    join core.dim_date as sunday
        on sunday.date = add_days(marked.week_commencing, 6)
    join config.setting as least_sessions    -- before so many sessions of a year nobody can be absent severely
        on least_sessions.name = 'watch_min_possible_sessions'
        and coalesce(2 * sunday.school_day_ordinal >= cast(least_sessions.value as integer), true)
    group by marked.week_commencing, sunday.date

)

select cohort.cohort, cohort.cohort_name, cohort.source, cohort.is_counted, register.known_from, register.known_to
from (values
    ('EXCLUDED', 'Permanently excluded', 'exclusions', true),
    ('FREQUENT_MOVER', 'Three schools or more in two years', 'census', true),
    ('EHE', 'Electively home educated', 'pupil_movement', true),
    ('NEW_AWAITING_PLACE', 'New and waiting for a place', 'pupil_movement', true),
    ('IN_AP', 'In alternative provision', 'placement_register', true),
    ('CME', 'Missing education', 'pupil_movement', true),
    ('PTT', 'On a part-time timetable', 'part_time_timetable', true),
    ('SEVERE_ABSENCE', 'Severely absent', 'marks', true),
    ('EBSNA', 'Emotionally based school non-attendance', 'ebsna_register', true),
    ('LAC', 'Looked after', 'lac_register', true),
    ('SEMH', 'Social, emotional and mental health needs', 'census', true),
    ('AT_RISK', 'At risk of exclusion', 'exclusions', false))
    as cohort (cohort, cohort_name, source, is_counted)
left join register
    on register.source = cohort.source

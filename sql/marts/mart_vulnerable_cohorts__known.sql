-- One row per cohort and stretch of days of which its source speaks.
--
-- A register speaks from its first entry until some time after it last came: two months where it is owed weekly, five where it is owed by
-- term; what came again unchanged has come. Notices are given by event, and may be none for a summer: exclusions are spoken of for a year
-- after the last notice or census.
with came as (

    select
        case when return_name in ('exclusion_notice', 'school_census') then 'exclusions' else return_name end as source,
        min(received_on) as first_came,
        max(received_on) as last_came
    from core.fact_return_delivery    -- has what was told again, which a submission is not
    where is_accepted
    group by case when return_name in ('exclusion_notice', 'school_census') then 'exclusions' else return_name end

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

    select 'exclusions', min(start_date), 365
    from core.fact_exclusion
    where is_counted

),

register as (

    select begun.source, coalesce(begun.first_day, came.first_came) as known_from,
        least(coalesce(add_days(came.last_came, begun.days), as_of_date()), as_of_date()) as known_to
    from begun
    left join came
        on came.source = begun.source
    where begun.first_day is not null
        or came.first_came is not null and begun.source <> 'exclusions'    -- a register that came empty says that there is nobody

    union all

    select 'census', reference_date, least(last_day, as_of_date())
    from mart.mart_vulnerable_cohorts__census
    group by reference_date, last_day

    union all

    select 'marks', marked.week_commencing, sunday.date
    from core.fact_attendance_school as marked
    join core.dim_local_authority as home
        on home.is_home_la
        and cast(floor(marked.laestab / 10000) as integer) = home.la_code
    join core.dim_date as sunday
        on sunday.date = add_days(marked.week_commencing, 6)
    join config.setting as least_sessions    -- before so many sessions of a year nobody can be absent severely
        on least_sessions.name = 'watch_min_possible_sessions'
        and coalesce(2 * sunday.school_day_ordinal >= cast(least_sessions.value as integer), true)
    group by marked.week_commencing, sunday.date

)

select cohort.cohort, cohort.cohort_name, cohort.source, cohort.is_counted, cohort.bit, register.known_from, register.known_to
from (values
    ('EXCLUDED', 'Permanently excluded', 'exclusions', true, 1),
    ('FREQUENT_MOVER', 'Three schools or more in two years', 'census', true, 2),
    ('EHE', 'Electively home educated', 'pupil_movement', true, 4),
    ('NEW_AWAITING_PLACE', 'New and waiting for a place', 'pupil_movement', true, 8),
    ('IN_AP', 'In alternative provision', 'placement_register', true, 16),
    ('CME', 'Missing education', 'pupil_movement', true, 32),
    ('PTT', 'On a part-time timetable', 'part_time_timetable', true, 64),
    ('SEVERE_ABSENCE', 'Severely absent', 'marks', true, 128),
    ('EBSNA', 'Emotionally based school non-attendance', 'ebsna_register', true, 256),
    ('LAC', 'Looked after', 'lac_register', true, 512),
    ('SEMH', 'Social, emotional and mental health needs', 'census', true, 1024),
    ('AT_RISK', 'At risk of exclusion', 'exclusions', false, 0))
    as cohort (cohort, cohort_name, source, is_counted, bit)    -- of a set of cohorts, the sum of its bits
left join register
    on register.source = cohort.source

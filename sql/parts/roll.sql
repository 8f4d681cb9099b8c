-- One row per cell, part and pupil of a January census.
--
-- A pupil is on the roll of the year and of each of its terms, of the pupil's kind of school and of all, in the pupil's group of
-- every topic; on that of the school; and, for the year, on that of the school's neighbourhood. Where a school's last January stands for a year (core.bridge_headcount_source), without
-- the pupils whom another school's January tells. What a pupil of a school's roll is, the January census said; that a pupil is
-- taught elsewhere, any census of the year.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

characteristic as (    -- groups of every period, and cohorts of the year and of all kinds of school

    select pupil_term_key, breakdown_topic, breakdown, false as is_of_cohorts
    from core.bridge_pupil_characteristic

    union all

    select pupil_term_key, breakdown_topic, breakdown, true
    from core.bridge_pupil_cohort

),

january as (

    select
        home.la_code,
        source.time_period,
        pupil.laestab,
        pupil.school_key,
        pupil.pupil_census_key,
        pupil.pupil_term_key,
        pupil.is_in_headcount,
        pupil.is_fsm,
        pupil.sen_provision,
        case when pupil.language_code is not null then coalesce(language.language_group, 'EAL') end as language_group,
        case
            when pupil.is_in_headcount and source.is_carried then 'carried'
            when pupil.is_in_headcount then 'headcount'
            else 'headcount_unknown'
        end as counts_as
    from core.bridge_headcount_source as source
    join core.fact_pupil_census as pupil
        on pupil.laestab = source.laestab
        and pupil.time_period = source.january_period
        and pupil.term = 'SPR'
        and (pupil.is_in_headcount or pupil.is_in_headcount_unknown)
    join home
        on home.la_code = cast(floor(pupil.laestab / 10000) as integer)
    left join config.language as language    -- a code that the list lacks is a language other than English
        on language.code = pupil.language_code
    left join core.fact_pupil_census as moved
        on moved.pupil_key = pupil.pupil_key
        and moved.time_period = source.time_period
        and moved.term = 'SPR'
        and moved.is_in_headcount
        and source.is_carried
    where moved.pupil_key is null

),

elsewhere as (    -- a pupil counts once a year, whatever the number of placements and censuses

    select
        pupil.time_period,
        pupil.laestab,
        pupil.pupil_census_key
    from core.fact_pupil_census as pupil
    join home
        on home.la_code = cast(floor(pupil.laestab / 10000) as integer)
    where pupil.has_school_arranged_ap
    qualify row_number() over (
        partition by pupil.pupil_key, pupil.laestab, pupil.time_period
        order by case pupil.term when 'AUT' then 1 when 'SPR' then 2 else 3 end) = 1

),

counted (counts_as, part) as (    -- a pupil whose last January stands for a later one is a pupil, and is told apart

    values ('headcount', 'headcount'), ('headcount_unknown', 'headcount_unknown'), ('carried', 'headcount'), ('carried', 'carried')

)

select
    'Local authority' as geographic_level,
    cast(january.la_code as varchar) as area_code,
    january.time_period,
    period.time_identifier,
    kind.phase_type_grouping,
    characteristic.breakdown_topic,
    characteristic.breakdown,
    counted.part,
    1 as amount,
    'core.fact_pupil_census' as fact,
    january.pupil_census_key as fact_key
from january
join core.dim_academic_period as period
    on period.time_period = january.time_period
    and period.is_begun
join core.bridge_school_kind as kind
    on kind.school_key = january.school_key
join characteristic
    on characteristic.pupil_term_key = january.pupil_term_key
    and (not characteristic.is_of_cohorts or kind.phase_type_grouping = 'Total' and period.time_identifier = 'Academic year')
join counted
    on counted.counts_as = january.counts_as

union all

select
    'Neighbourhood', school.neighbourhood, january.time_period, period.time_identifier, 'Total', characteristic.breakdown_topic,
    characteristic.breakdown, 'headcount', 1, 'core.fact_pupil_census', january.pupil_census_key
from january
join core.bridge_school_kind as kind
    on kind.school_key = january.school_key
    and kind.phase_type_grouping = 'Total'
join core.dim_school as school
    on school.school_key = january.school_key
    and school.neighbourhood is not null
join core.dim_academic_period as period
    on period.time_period = january.time_period
    and period.time_identifier = 'Academic year'
    and period.is_begun
join characteristic
    on characteristic.pupil_term_key = january.pupil_term_key
where january.is_in_headcount

union all

select
    'School', cast(january.laestab as varchar), january.time_period, period.time_identifier, 'Total', 'Total', 'Total', named.part, 1,
    'core.fact_pupil_census', january.pupil_census_key
from january
join core.bridge_school_kind as kind
    on kind.school_key = january.school_key
    and kind.phase_type_grouping = 'Total'
join core.dim_academic_period as period
    on period.time_period = january.time_period
    and period.is_begun
join (values ('headcount'), ('fsm'), ('sen_support'), ('ehcp'), ('eal')) as named (part)
    on named.part = 'headcount'
    or (named.part = 'fsm' and january.is_fsm)
    or (named.part = 'sen_support' and january.sen_provision = 'K')
    or (named.part = 'ehcp' and january.sen_provision = 'E')
    or (named.part = 'eal' and january.language_group = 'EAL')
where january.is_in_headcount

union all

select
    'School', cast(elsewhere.laestab as varchar), elsewhere.time_period, period.time_identifier, 'Total', 'Total', 'Total', 'ap_pupil', 1,
    'core.fact_pupil_census', elsewhere.pupil_census_key
from elsewhere
join core.dim_academic_period as period
    on period.time_period = elsewhere.time_period
    and period.is_begun

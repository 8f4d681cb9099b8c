-- One row per cell of mart.mart_exclusions_la, measure, part and fact that adds to it.
--
-- An exclusion adds to its year and its term, to its kind of school and to all, and to its pupil's group of every
-- topic; of the topic SEN provision the one on the exclusion itself speaks. An enrolment or a pupil suspended several
-- times adds once a cell, with the first of these suspensions. A pupil of January's census adds to the headcount of the
-- year and of each of its terms; where a school's last January stands for it (core.bridge_headcount_source), without the
-- pupils whom another school's January tells. Education from the sixth day is told by notices alone, whatever the source
-- of record.
with home as (

    select cast(value as integer) as la_code
    from config.setting
    where name = 'la'

),

period as (

    select time_period, time_identifier, term
    from core.dim_academic_period
    where is_begun

),

-- The cells of a school: its own kind and all kinds.
school_cell as (

    select school.school_key, kind.phase_type_grouping
    from core.dim_school as school
    join (
        select school_key, phase_type_grouping from core.dim_school
        union all
        select school_key, 'Total' as phase_type_grouping from core.dim_school
    ) as kind
        on kind.school_key = school.school_key
    where kind.phase_type_grouping is not null
        and (school.counts_in_exclusions or school.school_key = -1)

),

exclusion as (

    select
        home.la_code,
        period.time_period,
        period.time_identifier,
        school_cell.phase_type_grouping,
        characteristic.breakdown_topic,
        case
            when characteristic.breakdown_topic = 'SEN provision'
                then coalesce(provision.ees_label, characteristic.breakdown)
            else characteristic.breakdown
        end as breakdown,
        exclusion.exclusion_key,
        exclusion.pupil_key,
        exclusion.laestab,
        exclusion.start_date,
        exclusion.category,
        exclusion.sessions_lost,
        exclusion.is_counted,
        exclusion.source = 'notices' and exclusion.is_standing and exclusion.is_day6_required
            and exclusion.start_date <= as_of_date() as is_day6_told,
        exclusion.is_day6_met
    from core.fact_exclusion as exclusion
    join home
        on home.la_code = cast(floor(exclusion.laestab / 10000) as integer)
    join period
        on period.time_period = exclusion.time_period
        and coalesce(period.term, exclusion.term) = exclusion.term
    join school_cell
        on school_cell.school_key = exclusion.school_key
    join core.bridge_pupil_characteristic as characteristic
        on characteristic.pupil_term_key = exclusion.pupil_term_key
    left join config.sen_provision as provision
        on provision.code = exclusion.sen_provision_at_start
    where exclusion.category in ('SUSP', 'PERM')

),

counted as (

    select
        exclusion.*,
        row_number() over (
            partition by
                time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, category, pupil_key, laestab
            order by start_date, exclusion_key) as nth_of_enrolment,
        row_number() over (
            partition by
                time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, category, pupil_key
            order by start_date, laestab, exclusion_key) as nth_of_pupil
    from exclusion
    where is_counted

),

exclusion_part as (

    select
        counted.*,
        part.measure,
        'value' as part,
        case
            when part.measure = 'suspension' and category = 'SUSP' then 1
            when part.measure = 'perm_excl' and category = 'PERM' then 1
            when part.measure = 'one_plus_susp' and category = 'SUSP' and nth_of_enrolment = 1 then 1
            when part.measure = 'pupils_suspended_distinct' and category = 'SUSP' and nth_of_pupil = 1 then 1
            when part.measure = 'repeat_suspended_pupils' and category = 'SUSP' and nth_of_pupil = 2 then 1
            when part.measure = 'sessions_lost' then sessions_lost
        end as amount
    from counted
    cross join (values
        ('suspension'), ('perm_excl'), ('one_plus_susp'), ('pupils_suspended_distinct'), ('repeat_suspended_pupils'),
        ('sessions_lost')) as part (measure)

),

day6_part as (

    select
        exclusion.*,
        'day6_met_pct' as measure,
        part.part,
        case
            when part.part = 'numerator' and is_day6_met then 1
            when part.part = 'denominator' and is_day6_met is not null then 1
            when part.part = 'required' then 1
        end as amount
    from exclusion
    cross join (values ('numerator'), ('denominator'), ('required')) as part (part)
    where is_day6_told

),

pupil_part as (

    select
        home.la_code,
        source.time_period,
        period.time_identifier,
        school_cell.phase_type_grouping,
        characteristic.breakdown_topic,
        characteristic.breakdown,
        part.measure,
        part.part,
        pupil.pupil_census_key,
        case
            when part.measure = 'headcount' and pupil.is_in_headcount then 1
            when part.measure = 'headcount_unknown' and pupil.is_in_headcount_unknown then 1
            when part.measure = 'denominator_status' and source.is_carried then 1
        end as amount
    from core.bridge_headcount_source as source
    join core.fact_pupil_census as pupil
        on pupil.laestab = source.laestab
        and pupil.time_period = source.january_period
        and pupil.term = 'SPR'
        and (pupil.is_in_headcount or pupil.is_in_headcount_unknown)
    join home
        on home.la_code = cast(floor(pupil.laestab / 10000) as integer)
    join period
        on period.time_period = source.time_period
    join school_cell
        on school_cell.school_key = pupil.school_key
    join core.bridge_pupil_characteristic as characteristic
        on characteristic.pupil_term_key = pupil.pupil_term_key
    left join core.fact_pupil_census as moved
        on moved.pupil_key = pupil.pupil_key
        and moved.time_period = source.time_period
        and moved.term = 'SPR'
        and moved.is_in_headcount
        and source.is_carried
    cross join (values
        ('headcount', 'value'), ('headcount_unknown', 'value'), ('denominator_status', 'carried')
    ) as part (measure, part)
    where moved.pupil_key is null

)

select
    la_code, time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, measure, part,
    cast(amount as bigint) as amount,
    'core.fact_exclusion' as fact,
    exclusion_key as fact_key
from exclusion_part
where amount is not null

union all

select
    la_code, time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, measure, part,
    cast(amount as bigint) as amount,
    'core.fact_exclusion' as fact,
    exclusion_key as fact_key
from day6_part
where amount is not null

union all

select
    la_code, time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, measure, part,
    cast(amount as bigint) as amount,
    'core.fact_pupil_census' as fact,
    pupil_census_key as fact_key
from pupil_part
where amount is not null

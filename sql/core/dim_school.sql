-- One row per establishment and version of it, and one each for unknown and not applicable.
--
-- A version begins with the snapshot that first shows it, the first one with the day on which the establishment opened.
-- Opening, closing and status are not part of a version: the latest snapshot knows them best. No version outlasts its
-- establishment, nor the day before another establishment opened under the same LAESTAB (an academy conversion), so
-- that LAESTAB and day find one row.
with snapshot as (

    select *
    from staged.establishment_history
    qualify row_number() over (
        partition by urn, snapshot_date order by received_at desc, submission_key desc, source_line desc) = 1

),

described as (

    select
        snapshot.*,
        case
            when establishment_type in ('Other independent school', 'Other independent special school')
                or establishment_type_group = 'Independent schools' then 'Independent school'
            when lower(establishment_type) like '%pupil referral unit%'
                or lower(establishment_type) like '%alternative provision%'
                then 'State-funded alternative provision school'
            when establishment_type = 'Non-maintained special school' then 'Non-maintained special school'
            when lower(establishment_type) like '%special%' then 'State-funded special school'
            when phase_of_education = 'Nursery' then 'State-funded nursery'
            when phase_of_education in ('Primary', 'Middle deemed primary') then 'State-funded primary'
            when phase_of_education in ('Secondary', 'Middle deemed secondary', 'All-through', '16 plus')
                then 'State-funded secondary'
        end as phase_type_grouping
    from snapshot

),

hashed as (

    select
        described.*,
        stable_key(
            stable_key(laestab, la_code, school_name, establishment_type, establishment_type_group, phase_of_education,
                phase_type_grouping, neighbourhood),
            stable_key(trust_name, federation_name, admissions_policy, gender, nursery_provision, official_sixth_form),
            stable_key(low_age, high_age, capacity, number_of_pupils)) as row_hash
    from described

),

changed as (

    select
        hashed.*,
        lag(row_hash) over (partition by urn order by snapshot_date) as row_hash_before
    from hashed

),

latest as (

    select
        urn,
        laestab,
        establishment_status,
        open_date,
        close_date,
        coalesce(open_date, date '1900-01-01') as life_start
    from snapshot
    qualify row_number() over (partition by urn order by snapshot_date desc) = 1

),

succession as (

    select
        latest.*,
        lag(urn) over (partition by laestab order by life_start, urn) as predecessor_urn,
        lead(urn) over (partition by laestab order by life_start, urn) as successor_urn,
        lead(life_start) over (partition by laestab order by life_start, urn) as successor_start
    from latest

),

version as (

    select
        changed.*,
        succession.establishment_status as latest_status,
        succession.open_date as opened_on,
        succession.close_date as closed_on,
        succession.predecessor_urn,
        succession.successor_urn,
        case
            when changed.row_hash_before is null then succession.life_start
            else greatest(changed.snapshot_date, succession.life_start)
        end as starts_on,
        least(
            coalesce(succession.close_date, date '9999-12-31'),
            coalesce(add_days(succession.successor_start, -1), date '9999-12-31')) as life_end
    from changed
    join succession
        on succession.urn = changed.urn
    where changed.row_hash_before is null
        or changed.row_hash_before <> changed.row_hash

),

living as (

    select
        version.*,
        coalesce(add_days(lead(starts_on) over (partition by urn order by snapshot_date), -1), life_end) as ends_on,
        lead(starts_on) over (partition by urn order by snapshot_date) is null as is_last
    from version
    where starts_on <= life_end

)

select
    stable_key(urn, starts_on) as school_key,
    urn,
    laestab,
    la_code,
    stable_key(la_code) as la_key,
    school_name,
    case phase_type_grouping
        when 'State-funded primary' then 'Primary'
        when 'State-funded secondary' then 'Secondary'
        when 'State-funded special school' then 'Special'
        when 'Non-maintained special school' then 'Special'
        when 'State-funded alternative provision school' then 'Alternative provision'
        when 'State-funded nursery' then 'Nursery'
        when 'Independent school' then 'Independent'
    end as education_phase,
    phase_type_grouping,
    phase_of_education,
    establishment_type,
    establishment_type_group,
    latest_status as establishment_status,
    case when neighbourhood is null then -1 else stable_key(la_code, neighbourhood) end as neighbourhood_key,
    neighbourhood,
    trust_name,
    federation_name,
    admissions_policy,
    gender,
    nursery_provision,
    official_sixth_form,
    low_age,
    high_age,
    capacity,
    number_of_pupils,
    coalesce(phase_type_grouping in ('State-funded primary', 'State-funded secondary'), false) as is_mainstream,
    coalesce(phase_type_grouping in ('State-funded special school', 'Non-maintained special school'), false)
        as is_special,
    coalesce(phase_type_grouping = 'State-funded alternative provision school', false) as is_ap,
    coalesce(phase_type_grouping in ('State-funded primary', 'State-funded secondary', 'State-funded special school',
        'State-funded alternative provision school'), false) as counts_in_exclusions,
    opened_on as open_date,
    closed_on as close_date,
    predecessor_urn,
    successor_urn,
    starts_on as valid_from,
    least(ends_on, life_end) as valid_to,
    is_last as is_current,
    row_hash
from living
where starts_on <= least(ends_on, life_end)    -- a version that changed before the school opened never held

union all

select
    school_key, null, null, null, school_key, school_name, null, null, null, null, null, null, school_key, null, null,
    null, null, null, null, null, null, null, null, null, false, false, false, false, null, null, null, null,
    date '1900-01-01', date '9999-12-31', true, null
from (values (-1, 'Unknown'), (-2, 'Not applicable')) as without_school (school_key, school_name)

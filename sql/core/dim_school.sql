-- One row per establishment and version of it, and one each for unknown, not applicable and not open yet.
--
-- A version begins with the snapshot that first shows it, the first one with the day from which the establishment holds
-- its LAESTAB (core.bridge_school_laestab). Opening, closing and status are not part of a version: the latest snapshot
-- knows them best. A LAESTAB and a day find one row.
with snapshot as (

    select *
    from staged.establishment_history
    qualify row_number() over (
        partition by urn, snapshot_date order by received_at desc, arrival desc, source_line desc) = 1

),

described as (

    select
        snapshot.*,
        case
            when laestab is null then null    -- no return can name it
            when establishment_type in ('Other independent school', 'Other independent special school')
                or establishment_type_group = 'Independent schools'
                    and coalesce(establishment_type, '') <> 'City technology college'
                then 'Independent school'
            when establishment_type_group in ('Colleges', 'Universities', 'Other types', 'Welsh schools', 'Online provider')
                or lower(establishment_type) like '%16%19%'
                or lower(establishment_type) like '%post%16%'
                or lower(establishment_type) like '%sixth form%'
                or lower(establishment_type) like '%further education%'
                or phase_of_education = '16 plus' then null    -- not among the schools of DfE's figures
            when lower(establishment_type) like '%pupil referral unit%'
                or lower(establishment_type) like '%alternative provision%'
                then 'State-funded alternative provision school'
            when lower(establishment_type) like 'non-maintained special%' then 'Non-maintained special school'
            when lower(establishment_type) like '%special%' then 'State-funded special school'
            when phase_of_education = 'Nursery' then 'State-funded nursery'
            when phase_of_education in ('Primary', 'Middle deemed primary') then 'State-funded primary'
            when phase_of_education in ('Secondary', 'Middle deemed secondary', 'All-through')
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

    select urn, establishment_status, open_date, close_date
    from snapshot
    qualify row_number() over (partition by urn order by snapshot_date desc) = 1

),

version as (

    select
        changed.*,
        held.valid_from as held_from,
        held.valid_to as held_to,
        held.predecessor_urn,
        held.successor_urn,
        case
            when changed.snapshot_date = held.shown_from then held.valid_from
            else greatest(changed.snapshot_date, held.valid_from)
        end as starts_on,
        add_days(lead(changed.snapshot_date) over (partition by changed.urn order by changed.snapshot_date), -1) as shown_to
    from changed
    join core.bridge_school_laestab as held
        on held.urn = changed.urn
        and changed.snapshot_date between held.shown_from and held.shown_to
    where changed.row_hash_before is null
        or changed.row_hash_before <> changed.row_hash

),

living as (    -- a version that changed before the school opened never held

    select
        version.*,
        least(coalesce(shown_to, held_to), held_to) as ends_on
    from version
    where starts_on <= least(coalesce(shown_to, held_to), held_to)

)

select
    stable_key(living.urn, living.starts_on) as school_key,
    living.urn,
    living.laestab,
    living.la_code,
    stable_key(living.la_code) as la_key,
    living.school_name,
    case living.phase_type_grouping
        when 'State-funded primary' then 'Primary'
        when 'State-funded secondary' then 'Secondary'
        when 'State-funded special school' then 'Special'
        when 'Non-maintained special school' then 'Special'
        when 'State-funded alternative provision school' then 'Alternative provision'
        when 'State-funded nursery' then 'Nursery'
        when 'Independent school' then 'Independent'
    end as education_phase,
    living.phase_type_grouping,
    living.phase_of_education,
    living.establishment_type,
    living.establishment_type_group,
    latest.establishment_status,
    case when living.neighbourhood is null then -1 else stable_key(living.la_code, living.neighbourhood) end
        as neighbourhood_key,
    living.neighbourhood,
    living.trust_name,
    living.federation_name,
    living.admissions_policy,
    living.gender,
    living.nursery_provision,
    living.official_sixth_form,
    living.low_age,
    living.high_age,
    living.capacity,
    living.number_of_pupils,
    coalesce(living.phase_type_grouping in ('State-funded primary', 'State-funded secondary'), false) as is_mainstream,
    coalesce(living.phase_type_grouping in ('State-funded special school', 'Non-maintained special school'), false)
        as is_special,
    coalesce(living.phase_type_grouping = 'State-funded alternative provision school', false) as is_ap,
    coalesce(living.phase_type_grouping in ('State-funded primary', 'State-funded secondary',
        'State-funded special school', 'State-funded alternative provision school'), false) as counts_in_exclusions,
    latest.open_date,
    latest.close_date,
    living.predecessor_urn,
    living.successor_urn,
    living.starts_on as valid_from,
    living.ends_on as valid_to,
    lead(living.starts_on) over (partition by living.urn order by living.starts_on) is null as is_current,
    living.row_hash
from living
join latest
    on latest.urn = living.urn

union all

select
    school_key, null, null, null, la_key, school_name, null, null, null, null, null, null, la_key, null, null,
    null, null, null, null, null, null, null, null, null, false, false, false, false, null, null, null, null,
    date '1900-01-01', date '9999-12-31', true, null
from (values (-1, 'Unknown', -1), (-2, 'Not applicable', -2), (-3, 'Not open yet', -1))
    as without_school (school_key, school_name, la_key)

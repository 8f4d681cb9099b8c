-- One row per provision and version of its entry in the register, and one each for unknown and not applicable.
--
-- The register itself says from when to when an entry holds, so its history is what the authority states today. An
-- entry that runs into the next one ends the day before it, so that provision and day find one row.
with version as (

    select
        stable_key(provision_code, valid_from) as provision_key,
        provision_code,
        provision_name,
        provision_type,
        la_code,
        neighbourhood,
        host_laestab,
        replace(replace(key_stages, ';', ' '), ',', ' ') as key_stages,
        need_focus,
        support_tier,
        commissioned_capacity,
        capacity_primary,
        capacity_secondary,
        capacity_post16,
        is_full_time,
        is_registered,
        valid_from,
        least(
            coalesce(valid_to, date '9999-12-31'),
            coalesce(add_days(lead(valid_from) over (partition by provision_code order by valid_from), -1), date '9999-12-31')
        ) as valid_to,
        valid_from = max(valid_from) over (partition by provision_code) as is_latest,
        submission_key,
        source_line
    from staged.provision

)

select
    version.provision_key,
    version.provision_code,
    version.provision_name,
    version.provision_type,
    version.la_code,
    version.neighbourhood,
    version.host_laestab,
    case when version.host_laestab is null then -2 else coalesce(school.school_key, -1) end as host_school_key,
    version.key_stages,
    version.need_focus,
    case when version.support_tier is null then -2 else coalesce(tier.support_tier_key, -1) end as support_tier_key,
    version.commissioned_capacity,
    version.capacity_primary,
    version.capacity_secondary,
    version.capacity_post16,
    version.is_full_time,
    version.is_registered,
    version.valid_from,
    version.valid_to,
    as_of_date() between version.valid_from and version.valid_to as is_current,
    version.is_latest,
    md5(key_part(version.provision_name) || '|' || key_part(version.provision_type) || '|' || key_part(version.la_code)
        || '|' || key_part(version.neighbourhood) || '|' || key_part(version.host_laestab)
        || '|' || key_part(version.key_stages) || '|' || key_part(version.need_focus)
        || '|' || key_part(version.support_tier) || '|' || key_part(version.commissioned_capacity)
        || '|' || key_part(version.capacity_primary) || '|' || key_part(version.capacity_secondary)
        || '|' || key_part(version.capacity_post16) || '|' || key_part(version.is_full_time)
        || '|' || key_part(version.is_registered)) as row_hash,
    version.submission_key,
    version.source_line
from version
left join core.dim_support_tier as tier
    on tier.support_tier = version.support_tier
left join core.dim_school as school
    on school.laestab = version.host_laestab
    and version.valid_from between school.valid_from and school.valid_to

union all

select
    unknown.provision_key, null, unknown.provision_name, null, null, null, null, unknown.provision_key, null, null,
    unknown.provision_key, null, null, null, null, null, null, date '1900-01-01', date '9999-12-31', true, true, null,
    unknown.provision_key, null
from (values (cast(-1 as bigint), 'Unknown'), (cast(-2 as bigint), 'Not applicable'))
    as unknown (provision_key, provision_name)

-- One row per provision, kind of provision or tier of support, or all of them, and term or academic year; groups of its pupils in years.
--
-- Lengths of stay are of placements of the period, from their first day to their last or, of those that lasted, to its end: the fewest
-- school days that half of them, or nine of ten, did not exceed. Where no school day is known nobody knows of a length. They are told of
-- whole cells alone. A provision is described as it is in the latest version of its entry in the register.
with cell as (

    select *
    from figure.provision
    where measure_code = 'provision_pupils'    -- a cell has one row a measure

),

stay as (

    select
        stay.time_period,
        stay.time_identifier,
        scope.scope_type,
        case scope.scope_type
            when 'PROVISION' then stay.provision_code
            when 'PROVISION_TYPE' then stay.provision_type
            when 'SUPPORT_TIER' then stay.support_tier
            else 'Total'
        end as scope_code,
        stay.stay_days as days,
        stay.placement_key
    from part.provision__stay as stay
    cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)
    where stay.stay_days > 0

),

ranked as (

    select
        stay.*,
        row_number() over (partition by time_period, time_identifier, scope_type, scope_code order by days, placement_key) as nth,
        count(*) over (partition by time_period, time_identifier, scope_type, scope_code) as stays
    from stay

),

length as (

    select
        time_period,
        time_identifier,
        scope_type,
        scope_code,
        min(case when 2 * nth >= stays then days end) as median_days,
        min(case when 10 * nth >= 9 * stays then days end) as p90_days
    from ranked
    group by time_period, time_identifier, scope_type, scope_code

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.scope_type,
    cell.scope_code,
    case cell.scope_type
        when 'PROVISION' then coalesce(provision.provision_name, 'Not in the register')
        when 'PROVISION_TYPE' then coalesce(kind.label, 'Not in the register')
        when 'SUPPORT_TIER' then coalesce(tier.support_tier_name, 'No tier')
        else 'All provisions'
    end as scope_name,
    cell.breakdown_topic,
    cell.breakdown,
    coalesce(provision.provision_type, kind.code) as provision_type,
    provision.neighbourhood,
    provision.host_laestab,
    provision.key_stages,
    provision.is_registered,
    cast(length.median_days as integer) as length_of_stay_median_days,
    case when length.median_days is null then 'z' else 'ok' end as length_of_stay_median_days_status,
    cast(length.p90_days as integer) as length_of_stay_p90_days,
    case when length.p90_days is null then 'z' else 'ok' end as length_of_stay_p90_days_status,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join core.dim_provision as provision
    on cell.scope_type = 'PROVISION'
    and provision.provision_code = cell.scope_code
    and provision.is_latest
left join config.provision_type as kind
    on cell.scope_type = 'PROVISION_TYPE'
    and kind.code = cell.scope_code
left join core.dim_support_tier as tier
    on cell.scope_type = 'SUPPORT_TIER'
    and tier.support_tier = cell.scope_code
left join length
    on cell.breakdown_topic = 'Total'
    and length.time_period = cell.time_period
    and length.time_identifier = cell.time_identifier
    and length.scope_type = cell.scope_type
    and length.scope_code = cell.scope_code

-- One row per authority, version of the neighbour set and neighbour.
--
-- A set that was received goes before the same set of config/reference/statistical_neighbour.csv, whole: the nearest of one and the farthest
-- of the other are no set. Of several versions the latest is current, whichever of the two it is from.
with known as (

    select la_code, sn_version, rank, neighbour_la_code, closeness, submission_key, source_line
    from staged.statistical_neighbour

    union all

    select la_code, sn_version, rank, neighbour_la_code, closeness, null, null
    from config.statistical_neighbour as listed
    where not exists (
        select 1
        from staged.statistical_neighbour as received
        where received.la_code = listed.la_code
        and received.sn_version = listed.sn_version
    )

)

select
    known.la_code,
    known.sn_version,
    known.rank,
    known.neighbour_la_code,
    authority.la_name as neighbour_la_name,
    known.closeness,
    known.sn_version = max(known.sn_version) over (partition by known.la_code) as is_current,
    known.submission_key,
    known.source_line
from known
left join core.dim_local_authority as authority
    on authority.la_code = known.neighbour_la_code

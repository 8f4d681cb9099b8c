-- One row per week and the authority or a school: pupils on part-time timetables, and whether marks and the register agree.
--
-- A school is described as it was on the last day of the week.
with cell as (

    select *
    from figure.part_time
    where measure_code = 'part_time_open'    -- a cell has one row a measure

),

school as (

    select cell.cell_key, version.urn, version.school_name, version.education_phase, version.neighbourhood
    from cell
    join core.dim_school as version
        on cell.geographic_level = 'School'
        and cast(version.laestab as varchar) = cell.area_code
        and version.valid_from <= cell.as_at_date
    qualify row_number() over (partition by cell.cell_key order by version.valid_from desc, version.urn desc) = 1

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.period_start as week_commencing,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.geographic_level,
    case when cell.geographic_level = 'School' then cast(cell.area_code as integer) end as laestab,
    school.urn,
    school.school_name,
    school.education_phase,
    school.neighbourhood,
    cell.as_at_date = max(cell.as_at_date) over () as is_current,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join school
    on school.cell_key = cell.cell_key

-- One row per academic year and the authority or a school: starts of home education, and pupils taken off roll with where they were found.
--
-- A school is described as it was last in the year. The authority has children whose school the register does not tell, or which is one of
-- another authority, so that starts of schools may not add up to its own; pupils taken off roll do.
with cell as (

    select *
    from figure.ehe_offroll
    where measure_code = 'ehe_starts'    -- a cell has one row a measure

),

school as (

    select cell.cell_key, version.laestab, version.urn, version.school_name, version.education_phase, version.neighbourhood
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
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.geographic_level,
    case when cell.geographic_level = 'School' then cast(cell.area_code as integer) end as laestab,
    school.urn,
    school.school_name,
    school.education_phase,
    school.neighbourhood,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join school
    on school.cell_key = cell.cell_key

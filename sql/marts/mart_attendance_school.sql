-- One row per school, period, topic and group: attendance and absence as the school's registers tell them.
--
-- Weeks, half terms and terms are told for all pupils of the school alone, the year by group too. Persistent and severe absence are told
-- of terms and of the year to date, as DfE does. Beside a school's period stands England's published attendance of its phase where it
-- reaches as far as the registers do. Definition: DfE pupil attendance in schools methodology.
with cell as (

    select *
    from figure.attendance
    where geographic_level = 'School'
        and measure_code = 'sessions_possible'    -- a cell has one row a measure

),

school as (    -- as it was on the last day of the period with a mark

    select
        cell.cell_key,
        version.urn,
        version.school_name,
        version.education_phase
    from cell
    join core.dim_school as version
        on version.laestab = cast(cell.area_code as integer)
        and version.valid_from <= cell.as_at_date
    qualify row_number() over (partition by cell.cell_key order by version.valid_from desc, version.urn desc) = 1

),

england as (    -- one row a period and phase, as each file holds one

    select
        time_period,
        time_identifier,
        phase_type_grouping as education_phase,
        max(value) as england_rate,
        max(value_status) as value_status,
        max(as_at_date) as as_at_date
    from core.fact_benchmark
    where dataset = 'pupil_attendance'
        and geographic_level = 'National'
        and measure = 'attendance_perc'
        and phase_type_grouping <> 'Total'
        and breakdown_topic = 'Total'
        and breakdown = 'Total'
    group by time_period, time_identifier, phase_type_grouping

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.period_start as week_commencing,
    cast(cell.area_code as integer) as laestab,
    school.urn,
    school.school_name,
    school.education_phase,
    cell.breakdown_topic,
    cell.breakdown,
    case when is_same_cut_off(cell.as_at_date, england.as_at_date, coverage.window_end) then england.england_rate end as england_rate,
    coalesce(
        case
            when is_same_cut_off(cell.as_at_date, england.as_at_date, coverage.window_end) then england.value_status
            else 'z'
        end,
        case when cell.breakdown_topic <> 'Total' or cell.time_identifier like '%half term%' then 'z' else 'x' end) as england_rate_status,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
join part.attendance__coverage as coverage
    on coverage.geographic_level = 'School'
    and coverage.area_code = cell.area_code
    and coverage.time_period = cell.time_period
    and coverage.time_identifier = cell.time_identifier
    and coalesce(coverage.period_start, date '1900-01-01') = coalesce(cell.period_start, date '1900-01-01')
    and coverage.is_of_registers    -- of alternative provision DfE has no attendance
left join school
    on school.cell_key = cell.cell_key
left join england
    on england.time_period = cell.time_period
    and england.time_identifier = cell.time_identifier
    and england.education_phase = school.education_phase
    and cell.breakdown_topic = 'Total'

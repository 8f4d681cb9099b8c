-- One row per authority, period, phase, topic and group: attendance and absence as registers tell them.
--
-- Column names of reasons are those of the published tables. Weeks are told for all pupils alone; persistent and severe absence of
-- terms and of the year to date alone, as DfE does. Beside a phase stands England's published attendance where it reaches as far as
-- the registers do; beside the total nothing does, as DfE weights its totals over phases.
-- Definition: DfE pupil attendance in schools methodology; DfE pupil absence methodology, 3 and 4.4.
with cell as (

    select *
    from figure.attendance
    where geographic_level = 'Local authority'
        and measure_code = 'sessions_possible'    -- a cell has one row a measure

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
    cell.phase_type_grouping as education_phase,
    cell.breakdown_topic,
    cell.breakdown,
    case when is_same_cut_off(cell.as_at_date, england.as_at_date, coverage.window_end) then england.england_rate end as england_rate,
    coalesce(case
        when is_same_cut_off(cell.as_at_date, england.as_at_date, coverage.window_end) then england.value_status
        else 'z'
    end, case
        when cell.phase_type_grouping = 'Total' or cell.breakdown_topic <> 'Total' or cell.time_identifier like '%half term%'
            then 'z'
        else 'x'
    end) as england_rate_status,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
join part.attendance__coverage as coverage
    on coverage.geographic_level = 'Local authority'
    and coverage.time_period = cell.time_period
    and coverage.time_identifier = cell.time_identifier
    and coalesce(coverage.period_start, date '1900-01-01') = coalesce(cell.period_start, date '1900-01-01')
left join england
    on england.time_period = cell.time_period
    and england.time_identifier = cell.time_identifier
    and england.education_phase = cell.phase_type_grouping
    and cell.breakdown_topic = 'Total'

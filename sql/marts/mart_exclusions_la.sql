-- One row per authority, period, kind of school, topic and group: suspensions and permanent exclusions.
--
-- Column names are those of EES, so that published rows of other areas stand beside them. The rate of pupils of an earlier January
-- is provisional: denominator_status says so of a kind of school.
with cell as (

    select *
    from figure.exclusion
    where geographic_level = 'Local authority'
        and breakdown_topic not in ('Looked after', 'Sex and SEN provision')    -- cohorts stand in mart.mart_exclusions_cohort
        and measure_code = 'suspension'    -- a cell has one row a measure

),

denominator as (

    select
        time_period,
        time_identifier,
        phase_type_grouping,
        case
            when coalesce(sum(amount) filter (where part = 'headcount'), 0) = 0 then 'none'
            when coalesce(sum(amount) filter (where part = 'carried'), 0) > 0 then 'provisional'
            else 'final'
        end as denominator_status
    from total.roll
    where geographic_level = 'Local authority'
        and breakdown_topic = 'Total'
    group by time_period, time_identifier, phase_type_grouping

),

-- Each census return that a headcount stands on, once.
return_behind as (

    select part.time_period, pupil.submission_key
    from part.roll as part
    join core.fact_pupil_census as pupil
        on pupil.pupil_census_key = part.fact_key
    where part.geographic_level = 'School'
        and part.part = 'headcount'
        and part.time_identifier = 'Academic year'
    group by part.time_period, pupil.submission_key

),

rejected as (

    select
        return_behind.time_period,
        rate(sum(submission.rejected_count), sum(submission.row_count)) as rows_rejected_pct
    from return_behind
    join core.dim_submission as submission
        on submission.submission_key = return_behind.submission_key
    group by return_behind.time_period

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    rejected.rows_rejected_pct,
    cell.phase_type_grouping,
    cell.breakdown_topic,
    cell.breakdown,
    coalesce(denominator.denominator_status, 'none') as denominator_status,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join denominator
    on denominator.time_period = cell.time_period
    and denominator.time_identifier = cell.time_identifier
    and denominator.phase_type_grouping = cell.phase_type_grouping
left join rejected
    on rejected.time_period = cell.time_period

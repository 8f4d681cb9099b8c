-- One row per school, academic year and year or term of it: suspensions and permanent exclusions, and how notices were given.
--
-- Schools are those of the scorecard of the year. A school is ranked by its suspension rate among those of its phase that have one,
-- four at least, the lowest first; equal rates share a place. The spread beside it is that of the middle half of these schools, with
-- quartiles between two schools where they fall there.
with cell as (

    select *
    from figure.exclusion
    where geographic_level = 'School'
        and measure_code = 'susp_rate'    -- a cell has one row a measure

),

school as (

    select
        scored.la_code,
        scored.la_name,
        scored.time_period,
        scored.rows_rejected_pct,
        scored.laestab,
        scored.urn,
        scored.school_name,
        scored.education_phase,
        scored.phase_type_grouping,
        scored.neighbourhood,
        period.time_identifier,
        cell.value as susp_rate,
        coalesce(cell.status, 'x') as susp_rate_status,
        least(period.window_end, as_of_date()) as as_at_date,
        coalesce(cell.preferred_source, 'notices') as preferred_source,
        coalesce(cell.data_status, case when period.is_closed then 'provisional' else 'year_to_date' end) as data_status
    from mart.mart_school_scorecard as scored
    join core.dim_academic_period as period
        on period.time_period = scored.time_period
        and period.is_begun
    left join cell
        on cell.area_code = cast(scored.laestab as varchar)
        and cell.time_period = period.time_period
        and cell.time_identifier = period.time_identifier

),

placed as (

    select
        time_period,
        time_identifier,
        education_phase,
        laestab,
        susp_rate,
        rank() over (partition by time_period, time_identifier, education_phase order by susp_rate) as place,
        row_number() over (partition by time_period, time_identifier, education_phase order by susp_rate, laestab) - 1 as nth,
        count(*) over (partition by time_period, time_identifier, education_phase) as schools
    from school
    where susp_rate is not null

),

spread as (    -- upper less lower quartile: each lies between two schools, at fourths of the way

    select
        time_period,
        time_identifier,
        education_phase,
        sum(susp_rate * case nth
            when floor(3 * (schools - 1) / 4) then 4 - 3 * (schools - 1) % 4
            when floor(3 * (schools - 1) / 4) + 1 then 3 * (schools - 1) % 4
            else 0
        end - susp_rate * case nth
            when floor((schools - 1) / 4) then 4 - (schools - 1) % 4
            when floor((schools - 1) / 4) + 1 then (schools - 1) % 4
            else 0
        end) as fourfold
    from placed
    where schools >= 4
    group by time_period, time_identifier, education_phase

)

select
    school.la_code,
    school.la_name,
    school.time_period,
    school.time_identifier,
    school.as_at_date,
    school.preferred_source,
    school.data_status,
    school.rows_rejected_pct,
    school.laestab,
    school.urn,
    school.school_name,
    school.education_phase,
    school.phase_type_grouping,
    school.neighbourhood,
    case
        when headcount.is_carried then 'provisional'
        when headcount.laestab is not null then 'final'
        else 'none'
    end as denominator_status,
    case when spread.fourfold is not null then placed.place end as rank_in_la,
    case when school.susp_rate is null then school.susp_rate_status when spread.fourfold is null then 'z' else 'ok' end
        as rank_in_la_status,
    quotient(cast(100000 * spread.fourfold as bigint), 400000, 1) as school_rate_iqr,
    case when spread.fourfold is null then 'z' else 'ok' end as school_rate_iqr_status,
    stable_key('School', cast(school.laestab as varchar), school.time_period, school.time_identifier, cast(null as date), 'Total',
        'Total|Total', 'Total|Total') as cell_key
from school
left join core.bridge_headcount_source as headcount
    on headcount.laestab = school.laestab
    and headcount.time_period = school.time_period
left join placed
    on placed.time_period = school.time_period
    and placed.time_identifier = school.time_identifier
    and placed.laestab = school.laestab
left join spread
    on spread.time_period = school.time_period
    and spread.time_identifier = school.time_identifier
    and spread.education_phase = school.education_phase

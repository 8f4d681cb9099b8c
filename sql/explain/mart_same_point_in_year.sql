-- One row per row of the mart, column and exclusion that it counts; one without an exclusion where it counts none.
--
-- recomputed is what the exclusions of a row and column make of it. Of a year that no notice tells of there is no figure.
with figure as (

    select
        mart.time_period,
        mart.time_identifier,
        mart.geographic_level,
        mart.laestab,
        mart.measure_code,
        mart.basis,
        mart.cutoff_date,
        mart.current_status,
        mart.previous_status,
        measured.part
    from mart.mart_same_point_in_year as mart
    join config.cut_off_measure as measured
        on measured.measure_code = mart.measure_code

),

counted as (

    select
        figure.*,
        column_of.mart_column,
        part.side,
        case when column_of.mart_column in ('change_abs', 'change_pct') and part.side = 'previous' then -part.amount else part.amount end
            as amount,
        part.fact,
        part.fact_key
    from figure
    cross join (values ('current'), ('previous'), ('change_abs'), ('change_pct')) as column_of (mart_column)
    left join part.cut_off as part
        on part.time_period = figure.time_period
        and part.geographic_level = figure.geographic_level
        and coalesce(part.laestab, 0) = coalesce(figure.laestab, 0)
        and part.basis = figure.basis
        and part.cutoff_date = figure.cutoff_date
        and part.part = figure.part
        and part.is_dated
        and (column_of.mart_column not in ('current', 'previous') or part.side = column_of.mart_column)

),

summed as (

    select
        counted.*,
        coalesce(sum(amount) over (
            partition by time_period, geographic_level, laestab, measure_code, basis, cutoff_date, mart_column), 0) as total,
        coalesce(-sum(amount) filter (where side = 'previous') over (
            partition by time_period, geographic_level, laestab, measure_code, basis, cutoff_date, mart_column), 0) as previous_total
    from counted

)

select
    time_period,
    time_identifier,
    geographic_level,
    laestab,
    measure_code,
    basis,
    cutoff_date,
    mart_column,
    coalesce(side, 'current') as part,
    amount,
    fact,
    fact_key,
    cast(case
        when mart_column <> 'previous' and current_status = 'x' or mart_column <> 'current' and previous_status in ('x', 'z') then null
        when mart_column = 'change_pct' then rate(cast(total as bigint), cast(previous_total as bigint))
        else total
    end as varchar) as recomputed
from summed

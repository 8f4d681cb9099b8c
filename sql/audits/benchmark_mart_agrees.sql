-- A comparison shows another figure of the authority than mart.figure, or a place beyond its neighbours
-- severity: FAIL
-- why: every figure stands once, wherever it is shown
-- matters: a board that reads two values of one rate trusts neither
-- resolve: a fault of the model: compare sql/marts/mart_benchmark__part.sql with the named measure and period in mart.figure
with shown as (

    select time_period, time_identifier, measure_code, la_value, sn_rank, sn_count
    from mart.mart_benchmark
    where education_phase = 'Total'

)

select shown.time_period, shown.time_identifier, shown.measure_code
from shown
left join mart.figure as figure
    on figure.geographic_level = 'Local authority'
    and figure.measure_code = shown.measure_code
    and figure.time_period = shown.time_period
    and figure.time_identifier = shown.time_identifier
    and figure.period_start is null
    and figure.phase_type_grouping = 'Total'
    and figure.breakdown_topic = 'Total'
    and figure.scope_type = 'Total'
where shown.la_value is distinct from cast(figure.value as double)
    or shown.sn_rank > shown.sn_count + 1

-- A measure has no column in its mart, or a figure of a mart has no measure
-- severity: FAIL
-- why: every figure has one definition, and a definition leads to its figure
-- matters: a figure without a measure is undefined, and a measure without a column leaves targets on it unanswered
-- resolve: correct mart and column of the measure in the config of measures, or define a measure for the named figure
with mart_column as (

    select table_name as mart, column_name as mart_column
    from information_schema.columns
    where table_catalog = current_database()
        and table_schema = 'mart'
        and table_name like 'mart\_%' escape '\'
        and table_name not like '%\_\_%' escape '\'    -- not the views that show parts and operands

),

figure as (    -- a mart whose rows name their measure needs no measure a column

    select figure.mart, figure.mart_column
    from mart_column as figure
    join mart_column as status
        on status.mart = figure.mart
        and status.mart_column = figure.mart_column || '_status'
    where figure.mart not in (select mart from mart_column where mart_column = 'measure_code')

)

select measure.measure_code, measure.mart, measure.mart_column
from config.measure_column as measure
left join mart_column
    on mart_column.mart = measure.mart
    and mart_column.mart_column = measure.mart_column
where mart_column.mart_column is null

union all

select null, figure.mart, figure.mart_column
from figure
left join config.measure_column as measure
    on measure.mart = figure.mart
    and measure.mart_column = figure.mart_column
where measure.measure_code is null

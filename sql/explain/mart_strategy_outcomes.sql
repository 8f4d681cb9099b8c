-- One row per outcome, column and published or stated figure that it shows; what it shows of the authority's own stands in
-- mart.mart_strategy_outcomes__figure.
with outcome as (

    select
        outcome.time_period,
        outcome.strategy_code,
        outcome.target_code,
        column_of.mart_column,
        outcome.baseline_source
    from mart.mart_strategy_outcomes as outcome
    cross join (values ('baseline'), ('comparator_england'), ('comparator_region'), ('comparator_sn_mean')) as column_of (mart_column)

)

select
    outcome.time_period,
    outcome.strategy_code,
    outcome.target_code,
    outcome.mart_column,
    coalesce(part.part, 'value') as part,
    part.amount,
    part.fact,
    part.fact_key,
    cast(try_cast(case outcome.mart_column
        when 'comparator_sn_mean'
            then sum(part.amount) filter (where part.part = 'numerator') over outcome_column
                / sum(part.amount) filter (where part.part = 'denominator') over outcome_column
        else sum(part.amount) over outcome_column
    end as decimal(18, 6)) as varchar) as recomputed
from outcome
left join mart.mart_strategy_outcomes__parts as part
    on part.time_period = outcome.time_period
    and part.strategy_code = outcome.strategy_code
    and part.target_code = outcome.target_code
    and part.measure = outcome.mart_column
    and part.fact <> 'mart.figure'
where outcome.mart_column <> 'baseline'
    or outcome.baseline_source = 'STATED'
window outcome_column as (
    partition by outcome.time_period, outcome.strategy_code, outcome.target_code, outcome.mart_column)

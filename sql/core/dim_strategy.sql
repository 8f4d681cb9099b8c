-- One row per strategy, other authorities' too.
--
-- Coverage is a number: how many of the document's objectives a mart answers today.
with years as (

    select
        strategy_code,
        min(time_period) filter (where kind = 'DELIVERY') as first_year,
        max(time_period) filter (where kind = 'DELIVERY') as last_year,
        min(time_period) filter (where kind = 'REVIEW_AND_RESET') as review_first_year,
        max(time_period) filter (where kind = 'REVIEW_AND_RESET') as review_last_year
    from config.strategy_year
    group by strategy_code

),

coverage as (

    select
        strategy_code,
        count(*) as objectives,
        count(*) filter (where answered_by <> 'NOTHING_YET') as objectives_answered
    from config.strategy_objective
    group by strategy_code

)

select
    stable_key(strategy.strategy_code) as strategy_key,
    strategy.strategy_code,
    strategy.strategy_title,
    strategy.la_code,
    cast(strategy.la_code as varchar) = home.value as is_home_la,
    strategy.document,
    years.first_year,
    years.last_year,
    strategy.review_title,
    years.review_first_year,
    years.review_last_year,
    cast(coalesce(coverage.objectives, 0) as integer) as objectives,
    cast(coalesce(coverage.objectives_answered, 0) as integer) as objectives_answered
from config.strategy as strategy
join config.setting as home
    on home.name = 'la'
join years
    on years.strategy_code = strategy.strategy_code
left join coverage
    on coverage.strategy_code = strategy.strategy_code

-- One row per milestone and academic year: the milestone of the strategy's document from which the days are counted.
select
    line.time_period,
    line.strategy_code,
    line.milestone_code,
    'days_late' as mart_column,
    'milestone' as part,
    1 as amount,
    'core.fact_milestone' as fact,
    milestone.milestone_key as fact_key,
    cast(case
        when milestone.actual_date is not null or milestone.planned_end < as_of_date()
            then greatest(0, coalesce(milestone.actual_date, as_of_date()) - milestone.planned_end)
    end as varchar) as recomputed
from mart.mart_strategy_timeline as line
left join core.fact_milestone as milestone
    on milestone.strategy_code = line.strategy_code
    and milestone.milestone_code = line.milestone_code

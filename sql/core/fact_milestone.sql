-- One row per milestone of a strategy, as it stands on the day of the as-of.
--
-- An actual date after the as-of is not known yet. Without one a milestone whose planned end has passed is overdue: the
-- warehouse cannot tell a late milestone from one that nobody has reported.
with dated as (

    select
        milestone.*,
        case when milestone.actual_date <= as_of_date() then milestone.actual_date end as known_date,
        least(coalesce(milestone.actual_date, as_of_date()), as_of_date()) as judged_on
    from config.milestone as milestone

)

select
    stable_key(dated.strategy_code, dated.milestone_code) as milestone_key,
    stable_key(dated.strategy_code) as strategy_key,
    case when dated.theme_code is null then -2 else stable_key(dated.strategy_code, dated.theme_code) end as theme_key,
    dated.strategy_code,
    dated.theme_code,
    dated.milestone_code,
    dated.ordinal,
    dated.block,
    dated.milestone,
    dated.planned_start,
    dated.planned_end,
    dated.known_date as actual_date,
    case
        when dated.known_date <= dated.planned_end then 'DONE'
        when dated.known_date is not null then 'DONE_LATE'
        when dated.planned_end < as_of_date() then 'OVERDUE'
        when dated.planned_start <= as_of_date() then 'IN_PROGRESS'
        else 'PLANNED'
    end as status,
    case
        when dated.known_date is not null or dated.planned_end < as_of_date()
            then greatest(0, judged_on.day_number - planned_end.day_number)
    end as days_late,
    strategy.document || ', ' || dated.source_ref as source_ref,
    cast(-2 as bigint) as submission_key,
    cast(null as integer) as source_line
from dated
join core.dim_strategy as strategy
    on strategy.strategy_code = dated.strategy_code
left join core.dim_date as planned_end
    on planned_end.date = dated.planned_end
left join core.dim_date as judged_on
    on judged_on.date = dated.judged_on

-- One row per milestone and academic year that it is planned for; a row per theme and year of the review that follows.
--
-- A year belongs to a milestone if any day from its planned start to its planned end does.
with home_strategy as (

    select strategy_code, strategy_key, strategy_title, la_code, document, review_title
    from core.dim_strategy
    where is_home_la

),

planned_year as (

    select milestone.milestone_key, calendar.time_period
    from core.fact_milestone as milestone
    join core.dim_date as calendar
        on calendar.date between milestone.planned_start and milestone.planned_end
    group by milestone.milestone_key, calendar.time_period

),

line as (

    select
        strategy.la_code,
        planned_year.time_period,
        strategy.strategy_code,
        strategy.strategy_title,
        milestone.theme_key,
        milestone.theme_code,
        milestone.milestone_code,
        milestone.ordinal,
        milestone.block,
        milestone.milestone,
        milestone.planned_start,
        milestone.planned_end,
        milestone.actual_date,
        milestone.status,
        milestone.days_late,
        milestone.source_ref
    from core.fact_milestone as milestone
    join planned_year
        on planned_year.milestone_key = milestone.milestone_key
    join home_strategy as strategy
        on strategy.strategy_key = milestone.strategy_key

    union all

    select
        strategy.la_code,
        review.time_period,
        strategy.strategy_code,
        strategy.strategy_title,
        theme.theme_key,
        theme.theme_code,
        'REVIEW-' || theme.theme_code,
        1000 + theme.ordinal,
        'Review',
        strategy.review_title,
        null,
        null,
        null,
        'REVIEW_AND_RESET',
        null,
        strategy.document || ', ' || heading.review_source_ref
    from home_strategy as strategy
    join config.strategy_year as review
        on review.strategy_code = strategy.strategy_code
        and review.kind = 'REVIEW_AND_RESET'
    join config.strategy as heading
        on heading.strategy_code = strategy.strategy_code
    join core.dim_strategy_theme as theme
        on theme.strategy_key = strategy.strategy_key

)

select
    line.la_code,
    authority.la_name,
    line.time_period,
    'Academic year' as time_identifier,
    as_of_date() as as_at_date,
    'strategy' as preferred_source,
    case when line.actual_date is null then 'provisional' else 'final' end as data_status,
    line.strategy_code,
    line.strategy_title,
    line.theme_code,
    theme.theme_title,
    line.milestone_code,
    line.ordinal,
    line.block,
    line.milestone,
    line.planned_start,
    line.planned_end,
    line.actual_date,
    line.status,
    line.days_late,
    case when line.days_late is null then 'z' else 'ok' end as days_late_status,
    line.source_ref
from line
join core.dim_local_authority as authority
    on authority.la_code = line.la_code
left join core.dim_strategy_theme as theme
    on theme.theme_key = line.theme_key

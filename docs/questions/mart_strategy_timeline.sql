-- Which milestones of our strategy are overdue, or were reached late?
-- A milestone has a row in each year that it is planned for, and is listed once.
select distinct strategy_title as "strategy", theme_title as "theme", milestone, planned_end as "planned by",
    actual_date as "reached on", status as "state", days_late as "days late"
from mart_strategy_timeline
where status in ('OVERDUE', 'DONE_LATE')
order by days_late desc, milestone, strategy_title, theme_title nulls first;

-- What is to be reached next, and by when?
select distinct planned_end as "planned by", strategy_title as "strategy", theme_title as "theme", milestone,
    planned_start as "work from", status as "state"
from mart_strategy_timeline
where status in ('IN_PROGRESS', 'PLANNED')
order by planned_end nulls last, milestone, strategy_title, theme_title nulls first;

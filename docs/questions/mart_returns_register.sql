-- Which returns are overdue, from whom, and for how long?
-- Asked with --restricted.
select return_title as "return", coalesce(school_name, 'The authority itself') as "owed by", period,
    due_date as "was due", days_late as "days late", declined_count as "sent and refused"
from mart_returns_register
where is_overdue
order by days_late desc, return_name, laestab nulls first, period;

-- Which returns fall due next, and from how many schools?
-- Asked with --restricted.
select due_date as "due", return_title as "return", period, count(laestab) as "schools",
    count(*) - count(laestab) as "of the authority itself"
from mart_returns_register
where received_at is null and not is_overdue
group by due_date, return_name, return_title, period
order by due_date, return_name, period
limit 20;

-- Which schools' returns came late or not at all, in the last academic year in which any were due?
-- Asked with --restricted.
select school_name as "school", due, received as "came", late, overdue, resubmitted as "sent again",
    round(on_time_rate, 1) as "on time, %", nullif(on_time_rate_status, 'ok') as "why not told"
from mart_returns_school
where laestab is not null
    and time_period = (select max(time_period) from mart_returns_school where laestab is not null and due > 0)
order by overdue desc, late desc, on_time_rate nulls last, laestab;

-- Do more of the returns of schools come than in the years before?
-- Asked with --restricted.
select time_period as "year", count(*) as "schools", sum(due) as "due", sum(received) as "came",
    sum(overdue) as "overdue", round(100.0 * sum(received) / sum(due), 1) as "came, %"
from mart_returns_school
where laestab is not null
group by time_period
having sum(due) > 0
order by time_period;

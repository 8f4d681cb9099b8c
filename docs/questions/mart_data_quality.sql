-- Which schools have rejected rows that nobody has mended, and for how long?
-- Asked with --restricted.
select coalesce(school_name, 'No school is named') as "school", return_title as "return", received_at as "received",
    "rows" as "rows of the school", open_rejects as "rejected and not mended", days_open_max as "days open"
from mart_data_quality
where open_rejects > 0
order by days_open_max desc, open_rejects desc, return_name, laestab nulls last, submission_id;

-- Of which returns are most rows rejected or asked about, in the academic year that runs?
-- Asked with --restricted.
select return_title as "return", count(distinct submission_id) as "submissions", sum("rows") as "rows",
    sum(errors) as "rejected", round(100.0 * sum(errors) / nullif(sum("rows"), 0), 2) as "rejected, %",
    sum(queries) as "asked", sum(build_queries) as "asked beside other returns", count(*) filter (where queries is null) as "not known what was asked"
from mart_data_quality
where time_period = (select max(time_period) from mart_data_quality)
group by return_name, return_title
order by sum(errors) / nullif(sum("rows"), 0) desc nulls last, sum(queries) + sum(build_queries) desc nulls last, return_name;

-- How many pupils are placed out of borough each year, how many of them not for protection, and what does it cost?
-- Asked with --restricted.
-- Years are no sum of months: a pupil counts once in each.
select time_period as "financial year", data_status as "state", pupils, net_of_protective as "not for protection",
    cost_gbp as "cost, £", costed_pupils as "pupils with a cost", avg_cost_gbp as "a pupil, £",
    round(travel_minutes_mean, 0) as "minutes, one way", nullif(cost_gbp_status, 'ok') as "why there is no cost"
from mart_out_of_borough
where time_identifier = 'Financial year' and sector = 'Total'
order by time_period;

-- With which sector are these placements dearest, in the last financial year that is over?
-- Asked with --restricted.
select sector_name as "sector", pupils, cost_gbp as "cost, £", avg_cost_gbp as "a pupil, £",
    pupils_without_cost as "pupils without a cost", nullif(avg_cost_gbp_status, 'ok') as "why not told"
from mart_out_of_borough
where time_identifier = 'Financial year' and sector <> 'Total'
    and time_period = (select max(time_period) from mart_out_of_borough
        where time_identifier = 'Financial year' and data_status <> 'year_to_date')
order by avg_cost_gbp desc nulls last, sector;

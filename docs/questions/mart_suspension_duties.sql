-- How many pupils came near or beyond the thresholds of days suspended, in each term of the authority, and did governors meet in time?
-- Asked with --restricted.
-- Where no notice says that governors met, nobody knows.
select time_period as "year", time_identifier as "term", pupils as "suspended or excluded", asked_near as "near 5 days",
    meet_if_asked as "governors meet if asked", meeting_near as "of these near 15 days", must_meet as "governors must meet",
    governors_met as "known to have met", governors_met_in_time as "in time", limit_exceeded as "beyond 45 days of the year"
from mart_suspension_duties
where geographic_level = 'Local authority'
order by time_period, as_at_date;

-- At which schools was education owed from the sixth school day this year, and of how much of it is it known to have begun by then?
-- Asked with --restricted.
select school_name as "school", sum(day6_owed) as "owed", sum(day6_known) as "known when it began", sum(day6_met) as "by the sixth day"
from mart_suspension_duties
where geographic_level = 'School'
    and time_period = (select max(time_period) from mart_suspension_duties)
group by laestab, school_name
having sum(day6_owed) > 0
order by sum(day6_owed) desc, laestab;

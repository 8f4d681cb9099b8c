-- How many suspensions and permanent exclusions were there each year, and how many pupils were suspended?
-- Pupils are those of the authority: the figures of kinds of school or of terms are not added up to it.
select time_period as "year", data_status as "state", suspension as "suspensions",
    round(susp_rate, 2) as "per 100 pupils", pupils_suspended_distinct as "pupils suspended",
    repeat_suspended_pupils as "twice or more", perm_excl as "permanent exclusions",
    nullif(suspension_status, 'ok') as "why not told"
from mart_exclusions_la
where time_identifier = 'Academic year' and phase_type_grouping = 'Total' and breakdown_topic = 'Total'
order by time_period;

-- Were there fewer suspensions than in the same term of the year before?
-- From census to notices no percentage is made: the difference may be one of the sources.
select ours.time_period as "year", ours.time_identifier as "term", before.suspension as "year before",
    ours.suspension as "suspensions", round(ours.yoy_change_pct, 1) as "change, %",
    nullif(ours.yoy_change_pct_status, 'ok') as "why there is no percentage",
    before.preferred_source as "source before", ours.preferred_source as "source"
from mart_exclusions_la as ours
join mart_exclusions_la as before    -- a year less 101 is the year before
    on before.time_period = ours.time_period - 101
    and before.time_identifier = ours.time_identifier
    and before.phase_type_grouping = ours.phase_type_grouping and before.breakdown_topic = ours.breakdown_topic
where ours.time_identifier like '% term' and ours.data_status <> 'year_to_date'
    and ours.phase_type_grouping = 'Total' and ours.breakdown_topic = 'Total'
order by ours.time_period desc, ours.time_identifier;

-- In which kinds of school were pupils suspended in the last year that is over, and how many days were lost?
select phase_type_grouping as "kind of school", headcount as "pupils", suspension as "suspensions",
    round(susp_rate, 1) as "per 100 pupils", days_lost_exact as "days lost",
    nullif(suspension_status, 'ok') as "why not told"
from mart_exclusions_la
where time_identifier = 'Academic year' and breakdown_topic = 'Total'
    and time_period = (select max(time_period) from mart_exclusions_la
        where time_identifier = 'Academic year' and data_status <> 'year_to_date')
order by phase_type_grouping = 'Total', phase_type_grouping;

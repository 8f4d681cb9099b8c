-- The terms of a year do not add up to the authority's exclusions of the year
select
    time_period,
    phase_type_grouping,
    breakdown_topic,
    breakdown
from mart.mart_exclusions_la
group by time_period, phase_type_grouping, breakdown_topic, breakdown
having sum(case when time_identifier = 'Academic year' then suspension else -suspension end) <> 0
    or sum(case when time_identifier = 'Academic year' then perm_excl else -perm_excl end) <> 0

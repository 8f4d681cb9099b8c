-- The terms of a year do not add up to the authority's exclusions of the year
-- severity: FAIL
-- why: an exclusion is of one term of its year
-- matters: either the year or a term is wrong, and both are published
-- resolve: a fault of the model: compare the terms of the named cell in mart.mart_exclusions_la with its year; an exclusion without a term is in the
--     year alone
select
    time_period,
    phase_type_grouping,
    breakdown_topic,
    breakdown
from mart.mart_exclusions_la
group by time_period, phase_type_grouping, breakdown_topic, breakdown
having sum(case when time_identifier = 'Academic year' then suspension else -suspension end) <> 0
    or sum(case when time_identifier = 'Academic year' then perm_excl else -perm_excl end) <> 0

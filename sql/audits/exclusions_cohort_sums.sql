-- Groups of a cohort do not add up to all pupils, or neighbourhoods have more exclusions than the authority
-- severity: FAIL
-- why: every pupil is in one group of a topic, and every school in one neighbourhood at most
-- matters: relative rates compare a group with the whole that it is a part of
-- resolve: a fault of the model: see in core.bridge_pupil_characteristic and core.bridge_pupil_cohort which pupils have no group of the named topic, or two
with topic as (

    select
        time_period,
        geographic_level,
        coalesce(neighbourhood, '') as neighbourhood,
        breakdown_topic,
        coalesce(sum(headcount), 0) as headcount,
        coalesce(sum(suspension), 0) as suspension,
        coalesce(sum(perm_excl), 0) as perm_excl
    from mart.mart_exclusions_cohort
    group by time_period, geographic_level, coalesce(neighbourhood, ''), breakdown_topic

),

neighbourhoods as (

    select time_period, breakdown_topic, sum(headcount) as headcount, sum(suspension) as suspension, sum(perm_excl) as perm_excl
    from topic
    where geographic_level = 'Neighbourhood'
    group by time_period, breakdown_topic

)

select topic.time_period, topic.geographic_level, topic.neighbourhood, topic.breakdown_topic
from topic
left join topic as total
    on total.time_period = topic.time_period
    and total.geographic_level = topic.geographic_level
    and total.neighbourhood = topic.neighbourhood
    and total.breakdown_topic = 'Total'
where total.time_period is null
    or topic.headcount <> total.headcount
    or topic.suspension <> total.suspension
    or topic.perm_excl <> total.perm_excl

union all

select neighbourhoods.time_period, 'Neighbourhood', 'all', neighbourhoods.breakdown_topic
from neighbourhoods
left join topic
    on topic.time_period = neighbourhoods.time_period
    and topic.geographic_level = 'Local authority'
    and topic.breakdown_topic = neighbourhoods.breakdown_topic
where neighbourhoods.headcount > coalesce(topic.headcount, 0)
    or neighbourhoods.suspension > coalesce(topic.suspension, 0)
    or neighbourhoods.perm_excl > coalesce(topic.perm_excl, 0)

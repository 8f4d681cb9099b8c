-- The groups of a topic do not add up to the total of the authority's exclusions or headcount
-- severity: FAIL
-- why: every pupil is in one group of a topic, of which one may be unknown
-- matters: rates of the groups rest on these counts
-- resolve: a fault of the model: see in core.bridge_pupil_characteristic which pupils have no group of the named topic, or two
with total as (

    select *
    from mart.mart_exclusions_la
    where breakdown_topic = 'Total'

),

topic as (

    select
        time_period,
        time_identifier,
        phase_type_grouping,
        breakdown_topic,
        sum(headcount) as headcount,
        sum(suspension) as suspension,
        sum(perm_excl) as perm_excl,
        sum(sessions_lost) as sessions_lost
    from mart.mart_exclusions_la
    group by time_period, time_identifier, phase_type_grouping, breakdown_topic

)

select topic.time_period, topic.time_identifier, topic.phase_type_grouping, topic.breakdown_topic
from topic
left join total
    on total.time_period = topic.time_period
    and total.time_identifier = topic.time_identifier
    and total.phase_type_grouping = topic.phase_type_grouping
where total.time_period is null
    or coalesce(topic.headcount, 0) <> coalesce(total.headcount, 0)
    or coalesce(topic.suspension, 0) <> coalesce(total.suspension, 0)
    or coalesce(topic.perm_excl, 0) <> coalesce(total.perm_excl, 0)
    or coalesce(topic.sessions_lost, 0) <> coalesce(total.sessions_lost, 0)

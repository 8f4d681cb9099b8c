-- Provisions do not add up to all placements that started or ended in a period
-- severity: FAIL
-- why: a placement is in one provision and of one kind; what does not add up counts one twice or loses it
-- matters: panels compare provisions and the authority as a whole
-- resolve: a fault of the model: compare the scopes in sql/parts/provision.sql with the placements of the named period
with summed as (

    select
        time_period,
        time_identifier,
        scope_type,
        sum(started) as started,
        sum(ended) as ended
    from mart.mart_provision_monitor
    where breakdown_topic = 'Total'
    group by time_period, time_identifier, scope_type

)

select part.time_period, part.time_identifier, part.scope_type
from summed as part
join summed as whole
    on whole.time_period = part.time_period
    and whole.time_identifier = part.time_identifier
    and whole.scope_type = 'Total'
where part.started is distinct from whole.started
    or part.ended is distinct from whole.ended

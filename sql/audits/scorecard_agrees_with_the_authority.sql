-- Suspensions, permanent exclusions or the roll of schools differ from those of the authority
-- severity: FAIL
-- why: the authority is its schools: one count must not stand in two marts with two values
-- matters: head teachers and the board read the two side by side
-- resolve: a fault of the model: find the school whose count is missing or twice: compare core.fact_exclusion and core.fact_pupil_census by school
--     with the school's rows in total.exclusion and total.roll of that period
with part as (

    select geographic_level, time_period, time_identifier, part, amount
    from total.exclusion
    where part in ('suspension', 'perm_excl', 'one_plus_susp', 'sessions_lost')
        and phase_type_grouping = 'Total'
        and breakdown_topic = 'Total'

    union all

    select geographic_level, time_period, time_identifier, part, amount
    from total.roll
    where part = 'headcount'
        and phase_type_grouping = 'Total'
        and breakdown_topic = 'Total'

)

select time_period, time_identifier, part
from part
where geographic_level in ('Local authority', 'School')
group by time_period, time_identifier, part
having sum(case when geographic_level = 'School' then amount else -amount end) <> 0

-- Suspensions, permanent exclusions or the roll of the scorecards differ from those of the authority
select authority.time_period
from mart.mart_exclusions_la as authority
left join (
    select
        time_period,
        sum(amount) filter (where measure = 'suspension') as suspension,
        sum(amount) filter (where measure = 'perm_excl') as perm_excl,
        sum(amount) filter (where measure = 'roll') as roll
    from mart.mart_school_scorecard__parts
    group by time_period
) as schools
    on schools.time_period = authority.time_period
where authority.time_identifier = 'Academic year'
    and authority.phase_type_grouping = 'Total'
    and authority.breakdown_topic = 'Total'
    and (coalesce(schools.suspension, 0) <> authority.suspension
        or coalesce(schools.perm_excl, 0) <> authority.perm_excl
        or coalesce(schools.roll, 0) <> authority.headcount)

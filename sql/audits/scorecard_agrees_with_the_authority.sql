-- Suspensions, permanent exclusions or the roll of the scorecards differ from those of the authority
-- severity: FAIL
-- why: the authority is its schools: one count must not stand in two marts with two values
-- matters: head teachers and the board read the two side by side
-- resolve: a fault of the model: find the school whose count is missing or twice: compare core.fact_exclusion and core.fact_pupil_census by school
--     with the rows of the scorecard of that year
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

-- Neighbourhoods do not add up to the authority in a cohort and week, or all cohorts together are fewer than one of them
-- severity: FAIL
-- why: a pupil is in one neighbourhood, and who is in a cohort is in one or more
-- matters: a child who is in no neighbourhood is seen by nobody who looks at one
-- resolve: a fault of the model: compare sql/marts/mart_vulnerable_cohorts__member.sql with the pupils of the named week and cohort
with summed as (

    select week_commencing, cohort, geographic_level, sum(pupils) as pupils
    from mart.mart_vulnerable_cohorts
    group by week_commencing, cohort, geographic_level

)

select whole.week_commencing, whole.cohort, whole.pupils, part.pupils as comes_to
from summed as whole
join summed as part
    on part.week_commencing = whole.week_commencing
    and part.cohort = whole.cohort
    and part.geographic_level = 'Neighbourhood'
where whole.geographic_level = 'Local authority'
    and part.pupils is distinct from whole.pupils

union all

select one.week_commencing, one.cohort, one.pupils, together.pupils
from summed as one
join summed as together
    on together.week_commencing = one.week_commencing
    and together.geographic_level = one.geographic_level
    and together.cohort = 'Total'
where one.geographic_level = 'Local authority'
    and one.cohort <> 'AT_RISK'
    and coalesce(one.pupils, 0) > coalesce(together.pupils, 0)

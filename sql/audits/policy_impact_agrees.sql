-- A change of policy is compared by other suspensions than the school has in the term
-- severity: FAIL
-- why: every figure stands once, wherever it is shown
-- matters: head teachers read the two side by side
-- resolve: a fault of the model: compare sql/marts/mart_policy_impact__part.sql with the school's term in mart.mart_exclusions_school
select impact.laestab, impact.event_date, impact.time_period, impact.time_identifier
from mart.mart_policy_impact as impact
join mart.mart_exclusions_school as school
    on school.laestab = impact.laestab
    and school.time_period = impact.time_period
    and school.time_identifier = impact.time_identifier
where impact.measure_code = 'suspension'
    and impact.post_value is distinct from cast(school.suspension as double)

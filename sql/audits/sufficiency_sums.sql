-- Places of single provisions do not add up to those of all, or of their tiers
-- severity: FAIL
-- why: a place is one of a provision, and a provision of one tier
-- matters: whether there are places enough is asked of all together
-- resolve: a fault of the model: compare the scopes in sql/marts/mart_sufficiency.sql with core.dim_provision in the named week
with summed as (

    select week_commencing, scope_type, coalesce(sum(places), 0) as places
    from mart.mart_sufficiency
    group by week_commencing, scope_type

)

select part.week_commencing, part.scope_type
from summed as part
join summed as whole
    on whole.week_commencing = part.week_commencing
    and whole.scope_type = 'Total'
where part.places <> whole.places

-- Costs of sectors do not add up to those of all placements out of borough
-- severity: FAIL
-- why: a placement is of one sector; what does not add up counts money twice or loses it
-- matters: boards read the total, and commissioners their sector
-- resolve: a fault of the model: compare the sectors in sql/parts/out_of_borough__placement.sql with the costs of the named period
with summed as (

    select
        time_period,
        time_identifier,
        sum(case when sector = 'Total' then cost_gbp end) as cost_gbp,
        coalesce(sum(case when sector <> 'Total' then cost_gbp end), 0) as of_sectors
    from mart.mart_out_of_borough
    group by time_period, time_identifier

)

select *
from summed
where cost_gbp <> of_sectors

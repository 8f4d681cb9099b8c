-- Is the high needs block overspent, and what is carried forward?
-- The row of the block is no sum of its groups: they overlap.
select time_period as "financial year", preferred_source as "source", budget_net_gbp as "budget, £",
    outturn_net_gbp as "spent, £", variance_gbp as "over budget, £", dsg_hnb_net_gbp as "grant for high needs, £",
    dsg_balance_cf_gbp as "grant carried forward, £",
    nullif(outturn_net_gbp_status, 'ok') as "why nothing is told as spent"
from mart_hnb_cost
where scope_type = 'TOTAL'
order by time_period;

-- On which lines do we spend more a pupil than our statistical neighbours, in the last year with an outturn?
select scope_code as "line", scope_title as "what it is", outturn_net_gbp as "spent, £", per_pupil_gbp as "a pupil, £",
    comparator_per_pupil_gbp as "neighbours, £", comparator_la_count as "neighbours with a figure",
    per_pupil_gbp - comparator_per_pupil_gbp as "more a pupil, £"
from mart_hnb_cost
where scope_type = 'LINE'
    and time_period = (select max(time_period) from mart_hnb_cost where scope_type = 'TOTAL' and outturn_net_gbp_status = 'ok')
    and per_pupil_gbp > comparator_per_pupil_gbp
order by per_pupil_gbp - comparator_per_pupil_gbp desc, scope_code;

-- What did a place in each provision cost, in the last financial year that is over?
-- A provision that was open for a part of the year looks cheap: the months stand beside it.
select scope_title as "provision", months_in_force as "months open", children, outturn_net_gbp as "spent, £",
    per_place_gbp as "a place, £", nullif(per_place_gbp_status, 'ok') as "why not told"
from mart_hnb_cost
where scope_type = 'PROVISION'
    and time_period = (select max(time_period) from mart_hnb_cost where scope_type = 'PROVISION' and data_status = 'final')
order by per_place_gbp desc nulls last, scope_code;

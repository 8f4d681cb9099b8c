-- Which places are there now, for whom, and how many are planned?
-- Places of provisions may be added; Total has them all.
select scope_name as "provision", provision_type as "kind", need_focus as "need", places, places_primary as "primary",
    places_secondary as "secondary", planned_places as "planned places", planned_from as "from",
    nullif(places_status, 'ok') as "why not told"
from mart_sufficiency
where is_current and scope_type = 'PROVISION'
order by scope_code;

-- Where are there no places left, for those who are placed or wait?
-- Asked with --restricted.
-- Where nobody knows how many places there are, or where pupils are, the provision is listed too.
select scope_name as "provision", as_at_date as "day", places, placed, waiting, demand as "placed or waiting",
    headroom as "places left", round(occupancy_pct, 1) as "occupancy, %",
    nullif(occupancy_pct_status, 'ok') as "why there is no occupancy"
from mart_sufficiency
where is_current and scope_type = 'PROVISION' and (headroom <= 0 and demand > 0 or headroom is null)
order by headroom nulls last, scope_code;

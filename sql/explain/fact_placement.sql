-- One row per placement, or child on whom money was spent, and line of one of its placements.
select
    listed.fact_key,
    placement.submission_key,
    placement.source_line
from listed
join core.fact_placement as placement
    on coalesce(placement.pupil_key, stable_key(placement.placement_id)) = listed.fact_key

union all

select
    listed.fact_key,
    placement.submission_key,
    placement.source_line
from listed
join core.fact_placement as placement
    on placement.placement_key = listed.fact_key

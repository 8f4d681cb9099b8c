-- In which schools do notices and the census tell of different exclusions, and why, in the last year that a census has collected?
-- Asked with --restricted.
select school_name as "school", category, census as "in the census", notice as "in notices", matched as "in both",
    census_only as "census alone", notice_only as "notices alone", difference_class as "why",
    round(match_rate, 1) as "in both, %"
from mart_reconciliation
where geographic_level = 'School' and time_identifier = 'Academic year'
    and time_period = (select max(time_period) from mart_reconciliation
        where time_identifier = 'Academic year' and match_rate_status = 'ok')
    and census_only + notice_only > 0
order by census_only + notice_only desc, laestab, category;

-- Does what we count agree with what DfE has published and our strategy states?
-- Asked with --restricted.
-- A year that DfE has not published yet, or of which the strategy states nothing, has no figure there, and not nought.
select time_period as "year", category, counted, published, counted - published as "more than published",
    stated
from mart_reconciliation
where geographic_level = 'Local authority' and time_identifier = 'Academic year' and category in ('SUSP', 'PERM')
order by time_period, category;

-- Exclusions of schools and of the authority, or of both sources and each, do not add up in mart.mart_reconciliation
-- severity: FAIL
-- why: each exclusion of a source is matched, alone, or of a term that no census has collected, and counts for its school and the authority
-- matters: an exclusion that falls out here is one that nobody looks for
-- resolve: a fault of the model: look in sql/marts/mart_reconciliation__event.sql for the row that is lost or doubled
select geographic_level, laestab, category, time_period, time_identifier
from mart.mart_reconciliation
where census <> matched + census_only
    or notice <> matched + notice_only + not_collected
    or census_only + notice_only <> late_notice + lunchtime + other_category + left_school + overturned + not_found

union all

select 'Local authority', null, authority.category, authority.time_period, authority.time_identifier
from mart.mart_reconciliation as authority
join (
    select category, time_period, time_identifier, sum(census) as census, sum(notice) as notice, sum(counted) as counted
    from mart.mart_reconciliation
    where geographic_level = 'School'
    group by category, time_period, time_identifier
) as schools
    on schools.category = authority.category
    and schools.time_period = authority.time_period
    and schools.time_identifier = authority.time_identifier
where authority.geographic_level = 'Local authority'
    and (authority.census <> schools.census or authority.notice <> schools.notice or authority.counted <> schools.counted)

-- Schools have more pupils on part-time timetables in a week than the authority
-- severity: FAIL
-- why: whoever is on a timetable at a school is in the authority's register; what schools have beyond it is counted twice or lost above
-- matters: a child who is in no figure of the authority is asked after by nobody
-- resolve: a fault of the model: compare sql/parts/part_time.sql with its coverage for the schools of the named week
with summed as (

    select
        week_commencing,
        sum(case when geographic_level = 'Local authority' then open end) as open,
        coalesce(sum(case when geographic_level = 'School' then open end), 0) as of_schools,
        sum(case when geographic_level = 'Local authority' then unmatched end) as unmatched,
        coalesce(sum(case when geographic_level = 'School' then unmatched end), 0) as unmatched_of_schools
    from mart.mart_part_time_timetables
    group by week_commencing

)

select *
from summed
where open < of_schools
    or unmatched < unmatched_of_schools

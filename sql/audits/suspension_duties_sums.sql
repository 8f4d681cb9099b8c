-- What is owed to suspended pupils does not add up from schools to the authority, or a part is more than its whole
-- severity: FAIL
-- why: a stretch of suspension is of one school, and a pupil whom governors must meet for at the authority is one at a school
-- matters: a pupil who is missing at the schools is seen by nobody who looks at one
-- resolve: a fault of the model: compare sql/marts/mart_suspension_duties__pupil.sql with the pupils of the named term
with school as (

    select time_period, time_identifier, sum(pupils) as pupils, max(pupils) as most_pupils, sum(must_meet) as must_meet, sum(day6_owed) as day6_owed
    from mart.mart_suspension_duties
    where geographic_level = 'School'
    group by time_period, time_identifier

)

select whole.time_period, whole.time_identifier, 'schools' as differs
from mart.mart_suspension_duties as whole
left join school
    on school.time_period = whole.time_period
    and school.time_identifier = whole.time_identifier
where whole.geographic_level = 'Local authority'
    and (whole.day6_owed <> coalesce(school.day6_owed, 0)
        or whole.pupils not between coalesce(school.most_pupils, 0) and coalesce(school.pupils, 0)
        or whole.must_meet > coalesce(school.must_meet, 0))

union all

select time_period, time_identifier, geographic_level || coalesce(' ' || cast(laestab as varchar), '') as differs
from mart.mart_suspension_duties
where asked_near + meet_if_asked + must_meet > pupils
    or meeting_near > meet_if_asked
    or governors_met > must_meet
    or governors_met_in_time > governors_met
    or limit_near + limit_exceeded > pupils
    or day6_met > day6_known
    or day6_known > day6_owed

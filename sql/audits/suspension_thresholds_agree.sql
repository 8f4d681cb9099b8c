-- The pupils for whom governors must meet in the running term, or meet if asked, are not as many as the authority counts
-- severity: FAIL
-- why: both are made of the same days of suspension, and every such pupil is on the list
-- matters: a pupil who is counted and not on the list is acted on by nobody
-- resolve: a fault of the model: compare the conditions at the end of sql/marts/mart_suspension_thresholds.sql with
--     sql/marts/mart_suspension_duties__pupil.sql
with listed as (

    select time_period, time_identifier, governors_duty, count(*) as pupils
    from mart.mart_suspension_thresholds
    where governors_duty <> 'CONSIDER'
    group by time_period, time_identifier, governors_duty

),

counted as (

    select duties.time_period, duties.time_identifier, 'MUST_MEET' as governors_duty, duties.must_meet as pupils
    from mart.mart_suspension_duties as duties
    where duties.geographic_level = 'Local authority'

    union all

    select duties.time_period, duties.time_identifier, 'MEET_IF_ASKED', duties.meet_if_asked
    from mart.mart_suspension_duties as duties
    where duties.geographic_level = 'Local authority'

),

running as (

    select time_period, time_identifier
    from core.dim_academic_period
    where term is not null
        and as_of_date() between window_start and window_end

)

select running.time_period, running.time_identifier, counted.governors_duty, counted.pupils, coalesce(listed.pupils, 0) as listed
from running
join counted
    on counted.time_period = running.time_period
    and counted.time_identifier = running.time_identifier
left join listed
    on listed.time_period = running.time_period
    and listed.time_identifier = running.time_identifier
    and listed.governors_duty = counted.governors_duty
where counted.pupils <> coalesce(listed.pupils, 0)

-- A pupil for whom governors must meet in the running term, or meet if asked, is not listed with as much
-- severity: FAIL
-- why: every such pupil is on the list, with that duty or a higher one that is still due
-- matters: a pupil who is counted and not on the list is acted on by nobody
-- resolve: a fault of the model: compare the conditions at the end of sql/marts/mart_suspension_thresholds.sql with
--     sql/marts/mart_suspension_thresholds__term.sql
with running as (

    select time_period, term, time_identifier
    from core.dim_academic_period
    where term is not null
        and as_of_date() between window_start and window_end

)

select running.time_period, running.time_identifier, owed.governors_duty, count(*) as pupils
from running
join mart.mart_suspension_thresholds__term as owed
    on owed.time_period = running.time_period
    and owed.term = running.term
left join mart.mart_suspension_thresholds as listed
    on listed.pupil_key = owed.pupil_key
where owed.governors_duty <> 'CONSIDER'
    and coalesce(listed.governors_duty not in ('MUST_MEET', owed.governors_duty), true)
group by running.time_period, running.time_identifier, owed.governors_duty

-- A school's attendance of a year differs from that of its terms, its weeks or the groups of a topic
-- severity: FAIL
-- why: a year is its terms, its weeks, and the groups of any topic: each mark counts once in each of them
-- matters: the scorecard, the authority and the same point in year are made of these rows
-- resolve: a fault of the model: compare core.fact_attendance_school of the named school and year with its marks in core.fact_attendance_session; a
--     mark without a week, a term or a group is lost in one of them
with summed as (

    select
        laestab,
        time_period,
        case when week_commencing is not null then 'weeks' else breakdown_topic || case when time_identifier like '%term'
            then ' by term' else '' end end as kind,
        sum(possible) as possible,
        sum(attending) as attending,
        sum(authorised) as authorised,
        sum(unauthorised) as unauthorised
    from core.fact_attendance_school
    where time_identifier not like '%half term%'
    group by laestab, time_period, case when week_commencing is not null then 'weeks' else breakdown_topic
        || case when time_identifier like '%term' then ' by term' else '' end end

)

select summed.laestab, summed.time_period, summed.kind
from summed
left join summed as total
    on total.laestab = summed.laestab
    and total.time_period = summed.time_period
    and total.kind = 'Total'
where total.laestab is null
    or coalesce(summed.possible, 0) <> coalesce(total.possible, 0)
    or coalesce(summed.attending, 0) <> coalesce(total.attending, 0)
    or coalesce(summed.authorised, 0) <> coalesce(total.authorised, 0)
    or coalesce(summed.unauthorised, 0) <> coalesce(total.unauthorised, 0)

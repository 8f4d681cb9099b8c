-- One row per week with a school day, the authority or a neighbourhood, and cohort or all cohorts together: the pupils who are in it.
--
-- All figures of a week are of one day. A pupil counts once in a cohort and once in all; cohorts overlap and are not to be added, and who is
-- at risk is in none of them yet. Where a cohort's source does not speak of the day nobody knows its pupils; all together are of the
-- cohorts that are known. A change is told between weeks that know the same.
with every_week as (select * from mart.mart_vulnerable_cohorts__week),    -- a view is planned anew wherever it is named

level as (

    select 'Local authority' as geographic_level, 'Total' as neighbourhood

    union all

    select 'Neighbourhood', area.neighbourhood
    from core.dim_neighbourhood as area
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = area.la_code

    union    -- where a neighbourhood is named so

    select 'Neighbourhood', 'Unknown'

),

spoken as (    -- whether a cohort's source speaks of the week's day

    select week.week_commencing, known.cohort, known.cohort_name, known.source, known.is_counted, known.bit,
        coalesce(bool_or(week.as_at_date between known.known_from and known.known_to), false) as is_known
    from every_week as week
    cross join mart.mart_vulnerable_cohorts__known as known
    group by week.week_commencing, known.cohort, known.cohort_name, known.source, known.is_counted, known.bit

),

cohort as (

    select week_commencing, cohort, cohort_name, source, is_known, cast(null as bigint) as known_cohorts, cast(null as bigint) as known_set
    from spoken

    union all

    select week_commencing, 'Total', 'Any of the cohorts', 'registers', bool_or(is_known),
        sum(case when is_known then 1 else 0 end), sum(case when is_known then bit else 0 end)
    from spoken
    where is_counted
    group by week_commencing

),

placed as (

    select member.*, level.geographic_level,
        case level.geographic_level when 'Local authority' then 'Total' else member.neighbourhood end as area
    from mart.mart_vulnerable_cohorts__member as member
    cross join (values ('Local authority'), ('Neighbourhood')) as level (geographic_level)

),

lasting as (    -- as many days or fewer than half of them

    select week_commencing, cohort, geographic_level, area, min(case when 2 * nth >= pupils then days end) as median_days, max(days) as longest_days
    from (
        select week_commencing, cohort, geographic_level, area, as_at_day - since_day as days,
            row_number() over (partition by week_commencing, cohort, geographic_level, area order by as_at_day - since_day, pupil_key) as nth,
            count(*) over (partition by week_commencing, cohort, geographic_level, area) as pupils
        from placed
        where since_day is not null
    ) as ranked
    group by week_commencing, cohort, geographic_level, area

),

counted as (

    select week_commencing, cohort, geographic_level, area, count(*) as pupils,
        sum(case when cohorts > 1 then 1 else 0 end) as in_2plus,
        case when count(is_not_full_time) = count(*) then sum(case when is_not_full_time then 1 else 0 end) end as not_full_time,
        sum(case when is_at_risk then 1 else 0 end) as at_risk
    from placed
    group by week_commencing, cohort, geographic_level, area

),

cell as (

    select week.*, level.geographic_level, level.neighbourhood,
        cohort.cohort, cohort.cohort_name, cohort.source, cohort.is_known, cohort.known_cohorts, cohort.known_set,
        case when cohort.is_known then coalesce(counted.pupils, 0) end as pupils,
        case when cohort.is_known then coalesce(counted.in_2plus, 0) end as in_2plus,
        case when cohort.is_known then case when counted.pupils is null then 0 else counted.not_full_time end end as not_full_time,
        case when cohort.is_known then coalesce(counted.at_risk, 0) end as at_risk,
        lasting.median_days,
        lasting.longest_days
    from every_week as week
    cross join level
    join cohort
        on cohort.week_commencing = week.week_commencing
    left join counted
        on counted.week_commencing = week.week_commencing
        and counted.cohort = cohort.cohort
        and counted.geographic_level = level.geographic_level
        and counted.area = level.neighbourhood
    left join lasting
        on lasting.week_commencing = week.week_commencing
        and lasting.cohort = cohort.cohort
        and lasting.geographic_level = level.geographic_level
        and lasting.area = level.neighbourhood

)

select
    home.la_code,
    home.la_name,
    cell.time_period,
    'Week' as time_identifier,
    cell.week_commencing,
    cell.as_at_date,
    cell.source as preferred_source,
    case when year.is_closed then 'final' else 'provisional' end as data_status,
    cell.geographic_level,
    cell.neighbourhood,
    cell.cohort,
    cell.cohort_name,
    cell.is_current,
    cast(cell.known_cohorts as integer) as known_cohorts,
    cast(cell.pupils as integer) as pupils,
    cell.is_known,
    cast(case when cell.known_set = lag(cell.known_set) over earlier or cell.known_set is null
        then cell.pupils - lag(cell.pupils) over earlier end as integer) as change,
    cast(cell.in_2plus as integer) as pupils_in_2plus_cohorts,
    cast(cell.not_full_time as integer) as not_full_time_count,
    cast(cell.at_risk as integer) as at_risk,
    cast(cell.median_days as integer) as median_days,
    cast(cell.longest_days as integer) as longest_days,
    cast(case when cell.is_known and cell.geographic_level = 'Local authority' and cell.cohort in ('EXCLUDED', 'EHE', 'NEW_AWAITING_PLACE', 'CME')
        then coalesce(back.returned, 0) end as integer) as returned,
    cast(case when cell.is_known then back.median_days end as integer) as days_to_return
from cell
join core.dim_local_authority as home
    on home.is_home_la
join core.dim_academic_period as year
    on year.time_period = cell.time_period
    and year.time_identifier = 'Academic year'
left join mart.mart_vulnerable_cohorts__back as back
    on cell.geographic_level = 'Local authority'
    and back.week_commencing = cell.week_commencing
    and back.cohort = cell.cohort
window earlier as (partition by cell.geographic_level, cell.neighbourhood, cell.cohort order by cell.week_commencing)

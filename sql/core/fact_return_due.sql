-- One row per return, stretch of time and school that owes it; of what the authority itself owes, one without a school.
--
-- A return is owed from the first stretch of which any submission tells, for each that has begun by the as-of. One that has never come
-- is owed for the last stretch that was due, unless its contract says that it is optional. A school owes it that was open on the last
-- day of the stretch: state-funded ones, and of some returns those alone that the authority maintains. What is told of behaviour
-- provisions is owed for stretches in which one of them was open.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

begun as (    -- a delivery that names no stretch of the calendar tells of the day on which it came

    select
        delivery.return_name,
        min(coalesce(period.period_start, delivery.received_on)) as first_day
    from core.fact_return_delivery as delivery
    join config.return_cadence as cadence
        on cadence.return_name = delivery.return_name
    left join core.fact_return_due__period as period
        on period.every = cadence.every
        and period.period = delivery.period
    where delivery.is_accepted
    group by delivery.return_name

),

stretch as (

    select
        cadence.return_name,
        cadence.owed_by,
        period.period,
        period.period_start,
        period.period_end,
        period.time_period,
        add_days(period.period_end, cadence.due_after_days) as due_date,
        begun.first_day,
        row_number() over (partition by cadence.return_name order by period.period_end desc) as nth_last_due
    from config.return_cadence as cadence
    join core.fact_return_due__period as period
        on period.every = cadence.every
    left join begun
        on begun.return_name = cadence.return_name
    where period.period_end >= begun.first_day and period.period_start <= as_of_date()
        or begun.first_day is null
            and not cadence.is_optional
            and add_days(period.period_end, cadence.due_after_days) < as_of_date()

)

select
    stable_key(stretch.return_name, school.laestab, stretch.period) as return_due_key,
    stretch.return_name,
    school.laestab,
    coalesce(school.school_key, -2) as school_key,
    stretch.time_period,
    stretch.period,
    stretch.period_start,
    stretch.period_end,
    stretch.due_date
from stretch
cross join home
left join core.dim_school as school
    on stretch.owed_by in ('SCHOOL', 'MAINTAINED_SCHOOL')
    and school.la_code = home.la_code
    and school.counts_in_exclusions
    and (stretch.owed_by = 'SCHOOL' or school.establishment_type_group in ('Local authority maintained schools', 'Special schools'))
    and stretch.period_end between school.valid_from and school.valid_to
where (stretch.first_day is not null or stretch.nth_last_due = 1)
    and (stretch.owed_by not in ('SCHOOL', 'MAINTAINED_SCHOOL') or school.laestab is not null)
    and (stretch.owed_by <> 'BEHAVIOUR_PROVISION' or exists (
        select 1
        from core.dim_provision as provision
        where provision.provision_type = 'BEHAVIOUR_PROVISION'
            and provision.valid_from <= stretch.period_end
            and provision.valid_to >= stretch.period_start))

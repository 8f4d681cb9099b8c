-- One row per row of the mart, figure, and event that it is made of; of a share those of schools that are open.
with event as (

    select training.*, level.course_code, level.role_code
    from core.fact_training as training
    cross join lateral (values
        ('Total', 'Total'), (coalesce(training.course, 'UNKNOWN'), 'Total'), ('Total', coalesce(training.role, 'UNKNOWN')),
        (coalesce(training.course, 'UNKNOWN'), coalesce(training.role, 'UNKNOWN'))) as level (course_code, role_code)

),

listed as (

    select
        mart.time_period,
        mart.time_identifier,
        mart.course,
        mart.role,
        mart.schools,
        column_of.mart_column,
        event.training_key,
        event.laestab,
        case
            when column_of.mart_column not like '%so_far%' and event.event_date < period.window_start then null
            when column_of.mart_column in ('staff_trained', 'staff_so_far') then event.staff_trained
            when column_of.mart_column = 'sessions' then event.sessions
            when column_of.mart_column = 'events' then 1
            when event.laestab is null then null
            when column_of.mart_column in ('schools_trained', 'schools_so_far') then 1
            when exists (
                select 1
                from core.dim_school as school
                where school.laestab = event.laestab
                    and school.la_code = mart.la_code
                    and school.counts_in_exclusions
                    and mart.as_at_date between school.valid_from and school.valid_to) then 1
        end as amount,
        event.event_date >= period.window_start as is_in_period
    from mart.mart_workforce_training as mart
    join core.dim_academic_period as period
        on period.time_period = mart.time_period
        and period.time_identifier = mart.time_identifier
    join event
        on event.course_code = mart.course
        and event.role_code = mart.role
        and event.event_date <= mart.as_at_date
    cross join (values ('events'), ('sessions'), ('staff_trained'), ('schools_trained'), ('schools_trained_pct'), ('staff_so_far'),
        ('schools_so_far'), ('schools_so_far_pct')) as column_of (mart_column)

)

select
    time_period,
    time_identifier,
    course,
    role,
    mart_column,
    mart_column as part,
    amount,
    'core.fact_training' as fact,
    case when amount is not null then training_key end as fact_key,
    case
        when mart_column in ('schools_trained', 'schools_so_far') then cast(count(distinct case when amount = 1 then laestab end) over one as varchar)
        when mart_column like 'schools%' then cast(rate(count(distinct case when amount = 1 then laestab end) over one, max(schools) over one) as varchar)
        when count(case when is_in_period then 1 end) over one = 0 and mart_column <> 'staff_so_far' then '0'
        else cast(sum(amount) over one as varchar)
    end as recomputed
from listed
window one as (partition by time_period, time_identifier, course, role, mart_column)

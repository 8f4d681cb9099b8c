-- One row per row of the mart, count of pupils, and exclusion with a day in the term: of a pupil the first says that it counts, the others add
-- nothing. Of education from the sixth day the first exclusion of each stretch.
with counted as (

    select pupil.*, column_of.mart_column
    from mart.mart_suspension_duties__pupil as pupil
    cross join (values ('pupils'), ('asked_near'), ('meet_if_asked'), ('meeting_near'), ('must_meet'), ('limit_near'), ('limit_exceeded'))
        as column_of (mart_column)
    where case column_of.mart_column
            when 'asked_near' then pupil.is_asked_near
            when 'meet_if_asked' then pupil.is_meet_if_asked
            when 'meeting_near' then pupil.is_meeting_near
            when 'must_meet' then pupil.is_must_meet
            when 'limit_near' then pupil.is_limit_near
            when 'limit_exceeded' then pupil.is_limit_exceeded
            else true
        end

),

held as (

    select pupil_key, laestab, time_period, term, exclusion_key
    from mart.mart_suspension_thresholds__day

    union

    select pupil_key, laestab, time_period, term, exclusion_key
    from mart.mart_suspension_thresholds__exclusion
    where category = 'PERM'

),

listed as (

    select
        counted.area,
        counted.time_period,
        counted.term,
        counted.mart_column,
        held.exclusion_key,
        case when row_number() over (
            partition by counted.area, counted.time_period, counted.term, counted.mart_column, counted.pupil_key
            order by held.exclusion_key) = 1 then 1 else 0 end as amount
    from counted
    join held
        on held.pupil_key = counted.pupil_key
        and held.time_period = counted.time_period
        and held.term = counted.term
        and counted.area in (0, held.laestab)

    union all

    select area.area, stretch.time_period, stretch.term, column_of.mart_column, stretch.exclusion_key, 1
    from mart.mart_suspension_thresholds__stretch as stretch
    cross join (values ('day6_owed'), ('day6_known'), ('day6_met')) as column_of (mart_column)
    join (select 0 as area union select laestab from mart.mart_suspension_thresholds__stretch) as area
        on area.area in (0, stretch.laestab)
    where column_of.mart_column = 'day6_owed'
        or stretch.day6_state = 'MET'
        or stretch.day6_state = 'LATE' and column_of.mart_column = 'day6_known'

)

select
    mart.time_period,
    mart.time_identifier,
    mart.geographic_level,
    mart.laestab,
    column_of.mart_column,
    column_of.mart_column as part,
    coalesce(listed.amount, 0) as amount,
    'core.fact_exclusion' as fact,
    listed.exclusion_key as fact_key,
    case when column_of.mart_column <> 'day6_met' or mart.day6_known > 0
        then cast(sum(coalesce(listed.amount, 0)) over (
            partition by mart.time_period, mart.time_identifier, mart.geographic_level, mart.laestab, column_of.mart_column) as varchar)
    end as recomputed
from mart.mart_suspension_duties as mart
join core.dim_academic_period as period
    on period.time_period = mart.time_period
    and period.time_identifier = mart.time_identifier
cross join (values ('pupils'), ('asked_near'), ('meet_if_asked'), ('meeting_near'), ('must_meet'), ('limit_near'), ('limit_exceeded'), ('day6_owed'),
    ('day6_known'), ('day6_met')) as column_of (mart_column)
left join listed
    on listed.area = coalesce(mart.laestab, 0)
    and listed.time_period = mart.time_period
    and listed.term = period.term
    and listed.mart_column = column_of.mart_column

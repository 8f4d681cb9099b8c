-- One row per exclusion that a notice, a census or both tell of, in terms that a census has collected; and notices of other terms.
--
-- Of schools of the authority whose exclusions DfE counts, as in its figures, and of those that GIAS does not know. What counts in neither
-- source, such as an exclusion that governors overturned, is looked at only to say why the other one stands alone.
with side as (

    select
        exclusion.exclusion_key,
        exclusion.source,
        exclusion.pupil_key,
        exclusion.laestab,
        exclusion.time_period,
        exclusion.term,
        exclusion.category,
        exclusion.start_date,
        started_on.day_number,
        exclusion.notice_date,
        exclusion.is_counted
    from core.fact_exclusion as exclusion
    join core.dim_date as started_on
        on started_on.date = exclusion.start_date
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = cast(floor(exclusion.laestab / 10000) as integer)
    join core.bridge_school_kind as kind
        on kind.school_key = exclusion.school_key
        and kind.phase_type_grouping = 'Total'
    where exclusion.is_standing
        and exclusion.start_date <= as_of_date()

),

alone as (

    select side.*
    from side
    left join (
        select notice_key as exclusion_key from mart.mart_reconciliation__pair
        union all
        select census_key from mart.mart_reconciliation__pair
    ) as paired
        on paired.exclusion_key = side.exclusion_key
    where paired.exclusion_key is null

),

other as (    -- the same days in the other source under another category

    select alone.exclusion_key, max(case when 'LNCH' in (alone.category, other_side.category) then 1 else 0 end) = 1 as is_lunchtime
    from alone
    join alone as other_side
        on other_side.pupil_key = alone.pupil_key
        and other_side.laestab = alone.laestab
        and other_side.source <> alone.source
        and other_side.category <> alone.category
        and other_side.day_number between alone.day_number - 3 and alone.day_number + 3
    group by alone.exclusion_key

),

overturned as (

    select census.exclusion_key
    from alone as census
    join core.fact_exclusion as notice
        on notice.source = 'notices'
        and notice.not_counted_reason = 'OVERTURNED'
        and notice.pupil_key = census.pupil_key
        and notice.laestab = census.laestab
        and notice.category = census.category
        and notice.start_date between add_days(census.start_date, -3) and add_days(census.start_date, 3)
    where census.source = 'census'
    group by census.exclusion_key

)

select
    notice.exclusion_key as notice_key,
    census.exclusion_key as census_key,
    notice.laestab,
    notice.time_period,
    notice.term,
    notice.category,
    'MATCHED' as found_in,
    cast(null as varchar) as difference_class,
    notice.is_counted or census.is_counted as is_counted
from mart.mart_reconciliation__pair as pair
join side as notice
    on notice.exclusion_key = pair.notice_key
join side as census
    on census.exclusion_key = pair.census_key

union all

select
    case when alone.source = 'notices' then alone.exclusion_key end,
    case when alone.source = 'census' then alone.exclusion_key end,
    alone.laestab,
    alone.time_period,
    alone.term,
    alone.category,
    case
        when record.last_census is null then 'NOT_COLLECTED'
        when alone.source = 'census' then 'CENSUS_ONLY'
        else 'NOTICE_ONLY'
    end,
    case
        when record.last_census is null then null
        when overturned.exclusion_key is not null then 'OVERTURNED'
        when other.is_lunchtime then 'LUNCHTIME'
        when other.exclusion_key is not null then 'OTHER_CATEGORY'
        when alone.source = 'notices' and alone.notice_date > collected.reference_date then 'LATE_NOTICE'
        when alone.source = 'notices' and on_roll.pupil_key is null then 'LEFT_SCHOOL'
        else 'NOT_FOUND'
    end,
    alone.is_counted
from alone
join core.bridge_exclusion_source as record
    on record.laestab = alone.laestab
    and record.time_period = alone.time_period
    and record.term = alone.term
left join core.dim_census as collected
    on collected.census = record.last_census
left join core.fact_pupil_census as on_roll
    on on_roll.pupil_key = alone.pupil_key
    and on_roll.laestab = alone.laestab
    and on_roll.time_period = collected.time_period
    and on_roll.term = collected.term
    and on_roll.is_on_roll
left join other
    on other.exclusion_key = alone.exclusion_key
left join overturned
    on overturned.exclusion_key = alone.exclusion_key

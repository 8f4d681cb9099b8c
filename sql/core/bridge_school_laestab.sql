-- One row per establishment, LAESTAB and stretch of GIAS snapshots that show the two together: the days on which it held it.
--
-- An establishment holds its LAESTAB from its opening, or from the snapshot that first shows it with another one. No two
-- hold one on the same day: the next one to open takes it over (an academy conversion), and one whose opening GIAS does
-- not know follows those that closed before it. Where an earlier snapshot shows another establishment with the LAESTAB,
-- it has passed on since. A proposed establishment without a day to come holds none yet; nor does a closed one without
-- its day where another holds the LAESTAB. Of two days in the wrong order the one counts that goes with the status.
with snapshot as (

    select urn, laestab, establishment_status, open_date, close_date, snapshot_date
    from staged.establishment_history
    qualify row_number() over (
        partition by urn, snapshot_date order by received_at desc, arrival desc, source_line desc) = 1

),

first_closed as (

    select urn, min(snapshot_date) as seen_on
    from snapshot
    where establishment_status = 'Closed'
    group by urn

),

life as (    -- as the latest snapshot knows it

    select
        latest.urn,
        coalesce(latest.open_date, date '1900-01-01') as life_start,
        coalesce(latest.close_date, add_days(first_closed.seen_on, -1), date '9999-12-31') as life_end,
        latest.close_date is null and first_closed.seen_on is not null as is_end_unknown
    from (
        select
            urn,
            establishment_status,
            snapshot_date,
            case when close_date < open_date and establishment_status = 'Closed' then null else open_date end as open_date,
            case when close_date < open_date and establishment_status is distinct from 'Closed' then null else close_date end as close_date
        from snapshot
        qualify row_number() over (partition by urn order by snapshot_date desc) = 1
    ) as latest
    left join first_closed
        on first_closed.urn = latest.urn
        and latest.establishment_status = 'Closed'
    where coalesce(latest.establishment_status, '') <> 'Proposed to open'
        or latest.open_date > latest.snapshot_date

),

renumbered as (

    select
        snapshot.*,
        case when lag(snapshot_date) over (partition by urn order by snapshot_date) is not null
            and coalesce(lag(laestab) over (partition by urn order by snapshot_date), 0) <> coalesce(laestab, 0)
            then 1 else 0 end as is_other
    from snapshot

),

numbered as (

    select
        renumbered.*,
        sum(is_other) over (partition by urn order by snapshot_date) as stretch
    from renumbered

),

shown as (

    select
        urn,
        laestab,
        stretch,
        min(snapshot_date) as shown_from,
        max(snapshot_date) as shown_to,
        lead(min(snapshot_date)) over (partition by urn order by stretch) as renumbered_on
    from numbered
    group by urn, laestab, stretch

),

claim as (

    select
        shown.urn,
        shown.laestab,
        shown.shown_from,
        shown.shown_to,
        case when shown.stretch = 0 then life.life_start else greatest(shown.shown_from, life.life_start) end
            as starts_on,
        least(life.life_end, coalesce(add_days(shown.renumbered_on, -1), date '9999-12-31')) as ends_on,
        life.is_end_unknown and shown.renumbered_on is null as is_end_unknown
    from shown
    join life
        on life.urn = shown.urn

),

contested as (

    select
        claim.*,
        max(case when is_end_unknown then 0 else 1 end) over (partition by laestab) = 1 as is_claimed_for_known_days
    from claim
    where starts_on <= ends_on

),

-- An opening before another establishment was shown with the LAESTAB does not tell since when this one holds it.
passed_on as (

    select
        later.urn,
        later.shown_from,
        max(least(later.shown_from, add_days(earlier.ends_on, 1))) as starts_on
    from contested as later
    join contested as earlier
        on earlier.laestab = later.laestab
        and earlier.urn <> later.urn
        and earlier.shown_from < later.shown_from
        and earlier.shown_from between later.starts_on and earlier.ends_on
    group by later.urn, later.shown_from

),

ordered as (

    select
        contested.urn,
        contested.laestab,
        contested.shown_from,
        contested.shown_to,
        coalesce(passed_on.starts_on, contested.starts_on) as starts_on,
        contested.ends_on,
        row_number() over (
            partition by contested.laestab
            order by contested.ends_on, coalesce(passed_on.starts_on, contested.starts_on), contested.shown_to desc,
                contested.urn desc) as place
    from contested
    left join passed_on
        on passed_on.urn = contested.urn
        and passed_on.shown_from = contested.shown_from
    where contested.laestab is not null
        and coalesce(passed_on.starts_on, contested.starts_on) <= contested.ends_on
        and not (contested.is_end_unknown and contested.is_claimed_for_known_days)

),

started as (    -- a later one that opened no later than one before it follows that one

    select
        ordered.*,
        case
            when starts_on > coalesce(max(starts_on) over (
                partition by laestab order by place rows between unbounded preceding and 1 preceding), date '0001-01-01')
                then starts_on
            else add_days(max(ends_on) over (
                partition by laestab order by place rows between unbounded preceding and 1 preceding), 1)
        end as valid_from
    from ordered

),

held as (

    select
        started.*,
        least(ends_on, coalesce(add_days(min(valid_from) over (
            partition by laestab order by place rows between 1 following and unbounded following), -1), ends_on))
            as valid_to
    from started

)

select
    urn,
    laestab,
    shown_from,
    shown_to,
    valid_from,
    valid_to,
    nullif(lag(urn) over (partition by laestab order by valid_from), urn) as predecessor_urn,
    nullif(lead(urn) over (partition by laestab order by valid_from), urn) as successor_urn
from held
where valid_from <= valid_to

union all

select urn, laestab, shown_from, shown_to, starts_on, ends_on, null, null
from contested
where laestab is null

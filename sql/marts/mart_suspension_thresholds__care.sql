-- One row per exclusion that counts: whether the pupil was looked after and had a social worker on its first day, as far as anybody says.
--
-- Yes is what any source says. No is what the notice says, or the Virtual School's list of a day of which it speaks; that list says of nobody
-- else that there is no social worker. Children in need are those of the week's attendance or of up to four weeks before.
with exclusion as (select * from mart.mart_suspension_thresholds__exclusion),

list as (

    select
        exclusion.exclusion_key,
        count(spell.looked_after_key) > 0 as is_on_list,
        bool_or(spell.has_social_worker) as has_social_worker
    from exclusion
    join core.bridge_pupil_looked_after as spell
        on spell.pupil_key = exclusion.pupil_key
        and exclusion.start_date between spell.valid_from and spell.valid_to
    group by exclusion.exclusion_key

),

need as (

    select exclusion.exclusion_key, bool_or(weekly.is_child_in_need) as is_child_in_need
    from exclusion
    join core.dim_date as calendar
        on calendar.date = exclusion.start_date
    join (
        select coalesce(identity.pupil_key, weekly.pupil_key) as pupil_key, weekly.week, bool_or(weekly.is_child_in_need) as is_child_in_need
        from staged.attendance_weekly as weekly
        left join core.bridge_pupil_identity as identity
            on identity.alias_pupil_key = weekly.pupil_key
        group by coalesce(identity.pupil_key, weekly.pupil_key), weekly.week
    ) as weekly
        on weekly.pupil_key = exclusion.pupil_key
        and weekly.week between add_days(calendar.week_commencing, -28) and calendar.week_commencing
    group by exclusion.exclusion_key

),

known as (

    select min(known_from) as known_from, max(known_to) as known_to
    from mart.mart_vulnerable_cohorts__known
    where cohort = 'LAC'

)

select
    exclusion.exclusion_key,
    case
        when list.is_on_list or exclusion.is_looked_after_at_start then true
        when exclusion.start_date between known.known_from and known.known_to or not exclusion.is_looked_after_at_start then false
    end as is_looked_after,
    case
        when list.has_social_worker or exclusion.has_social_worker or need.is_child_in_need then true
        when not coalesce(exclusion.has_social_worker, need.is_child_in_need) then false
    end as has_social_worker
from exclusion
cross join known
left join list
    on list.exclusion_key = exclusion.exclusion_key
left join need
    on need.exclusion_key = exclusion.exclusion_key

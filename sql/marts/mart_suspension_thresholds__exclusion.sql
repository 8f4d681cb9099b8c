-- One row per exclusion that counts, with what its notice says besides; a census says none of that.
with judged as (    -- read twice and made once

    select *
    from core.fact_exclusion__judged

)

select
    exclusion.exclusion_key,
    exclusion.pupil_key,
    exclusion.laestab,
    exclusion.school_key,
    exclusion.time_period,
    exclusion.term,
    exclusion.start_date,
    exclusion.category,
    counted.sessions,
    notice.notice_date,
    notice.day6_provision_start,
    notice.governors_review_date,
    notice.is_looked_after_at_start,
    notice.has_social_worker
from core.fact_exclusion as exclusion
join judged as counted
    on counted.exclusion_key = exclusion.exclusion_key
left join judged as notice    -- the one that stands, whatever the source of record
    on notice.pupil_key = exclusion.pupil_key
    and notice.laestab = exclusion.laestab
    and notice.start_date = exclusion.start_date
    and notice.category = exclusion.category
    and notice.source = 'notices'
    and notice.fallen_reason is null
where exclusion.is_counted

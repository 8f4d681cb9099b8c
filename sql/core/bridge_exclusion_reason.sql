-- One row per exclusion and reason given for it.
with told as (

    select stable_key('notices', notice_id) as exclusion_key, reason1, reason2, reason3
    from staged.exclusion_notice

    union all

    select
        stable_key(census.census, told.pupil_key, told.laestab, told.start_date, told.category, told.on_roll)
            as exclusion_key,
        told.reason1,
        told.reason2,
        told.reason3
    from staged.census_exclusion as told
    join core.dim_census as census
        on census.time_period = told.academic_year
        and census.term = told.census_term

),

ranked as (

    select
        told.exclusion_key,
        place.reason_rank,
        case place.reason_rank when 1 then told.reason1 when 2 then told.reason2 else told.reason3 end as reason_code
    from told
    cross join (values (1), (2), (3)) as place (reason_rank)

)

select
    ranked.exclusion_key,
    ranked.reason_rank,
    ranked.reason_code,
    coalesce(reason.reason_key, -1) as reason_key,
    1 as mention,
    exclusion.submission_key,
    exclusion.source_line
from ranked
join core.fact_exclusion as exclusion
    on exclusion.exclusion_key = ranked.exclusion_key
left join core.dim_exclusion_reason as reason
    on reason.code = ranked.reason_code
    and exclusion.start_date between reason.valid_from and reason.valid_to
where ranked.reason_code is not null

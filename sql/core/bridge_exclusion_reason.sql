-- One row per exclusion and reason given for it.
with exclusion_row as (

    select stable_key('notices', notice_id) as exclusion_key, reason1, reason2, reason3
    from staged.exclusion_notice

    union all

    select
        stable_key(census.census, census_row.pupil_key, census_row.laestab, census_row.start_date, census_row.category,
            census_row.on_roll)
            as exclusion_key,
        census_row.reason1,
        census_row.reason2,
        census_row.reason3
    from staged.census_exclusion as census_row
    join core.dim_census as census
        on census.time_period = census_row.academic_year
        and census.term = census_row.census_term

),

ranked as (

    select
        exclusion_row.exclusion_key,
        place.reason_rank,
        case place.reason_rank when 1 then exclusion_row.reason1 when 2 then exclusion_row.reason2 else exclusion_row.reason3 end as reason_code
    from exclusion_row
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

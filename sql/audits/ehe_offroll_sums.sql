-- Pupils taken off the rolls of schools do not add up to those of the authority
-- severity: FAIL
-- why: whoever is taken off a roll is taken off that of one school; what does not add up counts a child twice or loses one
-- matters: a child who is in no school's row is looked for by nobody
-- resolve: a fault of the model: compare sql/parts/ehe_offroll.sql with its coverage for the schools of the named year
with summed as (

    select
        time_period,
        sum(case when geographic_level = 'Local authority' then off_rolled end) as off_rolled,
        coalesce(sum(case when geographic_level = 'School' then off_rolled end), 0) as of_schools,
        sum(case when geographic_level = 'Local authority' then unknown end) as unknown,
        coalesce(sum(case when geographic_level = 'School' then unknown end), 0) as unknown_of_schools
    from mart.mart_ehe_offroll
    group by time_period

)

select *
from summed
where off_rolled <> of_schools
    or unknown <> unknown_of_schools

-- One row per pupil, school and census after which another came from the school.
--
-- Pupils from Reception on whose main registration is with the school. The end of a phase is that of a school year, for the last year group
-- of a phase or of the school.
with placed as (

    select census.*, coalesce(case when ncyear.code <> 'X' then ncyear.sort end, census.age_at_31_august - 4) as year_group
    from core.fact_pupil_census as census
    left join config.ncyear as ncyear
        on ncyear.code = census.ncyear
    where census.is_in_headcount or census.is_in_headcount_unknown

)

select
    placed.pupil_census_key,
    placed.pupil_key,
    placed.laestab,
    placed.time_period,
    placed.term,
    placed.reference_date,
    placed.entry_date,
    pair.next_date,
    pair.second_period,
    pair.second_term,
    pair.third_period,
    pair.third_term,
    pair.until_date,
    pair.is_searched,
    coalesce(pair.is_over_summer and (placed.year_group in (6, 11) or placed.year_group >= 13 or placed.year_group >= school.high_age - 5), false)
        as is_end_of_phase
from placed
join part.ehe_offroll__pair as pair
    on pair.laestab = placed.laestab
    and pair.time_period = placed.time_period
    and pair.term = placed.term
left join core.dim_school as school
    on school.school_key = placed.school_key
where coalesce(placed.year_group >= 0, true)

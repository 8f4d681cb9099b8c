-- One row per census of a school of the authority and the next that came from it by the next year: between the two a pupil may have left its roll.
--
-- A pupil who left is looked for at other schools in the second census and the one after it. That is done once both have come from every
-- school that sent either of the two before it and is open still, or the next is due after it.
with census as (

    select time_period, term, reference_date, row_number() over (order by reference_date) as nth
    from core.dim_census

),

returned as (

    select census.nth, census.time_period, census.term, census.reference_date, sent.laestab
    from (
        select laestab, time_period, term from core.fact_pupil_census
        union
        select laestab, academic_year, census_term from staged.census_return
    ) as sent
    join census
        on census.time_period = sent.time_period
        and census.term = sent.term
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = cast(floor(sent.laestab / 10000) as integer)

),

missing as (    -- open schools that sent either census before and not this

    select following.nth, count(distinct returned.laestab) as schools
    from returned
    join census as following
        on following.nth in (returned.nth + 1, returned.nth + 2)
    join core.dim_school as school
        on school.laestab = returned.laestab
        and following.reference_date between school.valid_from and school.valid_to
    left join returned as came
        on came.laestab = returned.laestab
        and came.nth = following.nth
    where came.laestab is null
    group by following.nth

),

searched as (

    select census.nth,
        census.reference_date <= as_of_date()
            and (later.reference_date <= as_of_date()
                or coalesce(missing.schools, 0) = 0 and came.nth is not null) as is_searched
    from census
    left join census as later
        on later.nth = census.nth + 1
    left join missing
        on missing.nth = census.nth
    left join (select distinct nth from returned) as came
        on came.nth = census.nth

),

pair as (

    select
        returned.*,
        lead(nth) over (partition by laestab order by nth) as next_nth,
        lead(time_period) over (partition by laestab order by nth) as next_period,
        lead(reference_date) over (partition by laestab order by nth) as next_date
    from returned

)

select
    pair.laestab,
    pair.time_period,
    pair.term,
    pair.reference_date,
    pair.next_date,
    pair.next_period > pair.time_period as is_over_summer,
    second.time_period as second_period,
    second.term as second_term,
    third.time_period as third_period,
    third.term as third_term,
    least(coalesce(third.reference_date, as_of_date()), as_of_date()) as until_date,
    coalesce(searched.is_searched, false) as is_searched
from pair
join census as second
    on second.nth = pair.next_nth
left join census as third
    on third.nth = pair.next_nth + 1
left join searched
    on searched.nth = pair.next_nth + 1
where pair.next_period <= pair.time_period + 101

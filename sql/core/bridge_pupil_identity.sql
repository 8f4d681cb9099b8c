-- One row per pseudonym that a former UPN links to another.
--
-- Links form chains and may branch; who hangs together is found by doubling the reach four times, which covers sixteen
-- links. A link between different sexes or months of birth is no link, and a whole that still joins such is taken apart
-- again: two children are worse than one told twice. The person is the pseudonym that was first, so that a new UPN
-- moves no history.
with census_pupil as (

    select
        pupil_key,
        former_pupil_key,
        sex,
        birth_year_month,
        academic_year,
        census_term,
        on_roll,
        received_at,
        arrival,
        source_line
    from staged.census_pupil

),

latest as (

    select pupil_key, sex, birth_year_month
    from census_pupil
    qualify row_number() over (
        partition by pupil_key
        order by academic_year desc, case census_term when 'SUM' then 3 when 'SPR' then 2 else 1 end desc,
            on_roll desc, received_at desc, arrival desc, source_line desc) = 1

),

link as (

    select census_pupil.pupil_key, census_pupil.former_pupil_key
    from census_pupil
    left join latest as today
        on today.pupil_key = census_pupil.pupil_key
    left join latest as former
        on former.pupil_key = census_pupil.former_pupil_key
    where census_pupil.former_pupil_key is not null
        and census_pupil.former_pupil_key <> census_pupil.pupil_key
        and coalesce(today.sex = former.sex, true)
        and coalesce(today.birth_year_month = former.birth_year_month, true)
    group by census_pupil.pupil_key, census_pupil.former_pupil_key

),

reach_1 as (

    select pupil_key as from_key, former_pupil_key as to_key from link
    union
    select former_pupil_key as from_key, pupil_key as to_key from link
    union
    select pupil_key as from_key, pupil_key as to_key from link
    union
    select former_pupil_key as from_key, former_pupil_key as to_key from link

),

reach_2 as (

    select near.from_key, far.to_key
    from reach_1 as near
    join reach_1 as far on far.from_key = near.to_key
    group by near.from_key, far.to_key

),

reach_4 as (

    select near.from_key, far.to_key
    from reach_2 as near
    join reach_2 as far on far.from_key = near.to_key
    group by near.from_key, far.to_key

),

reach_8 as (

    select near.from_key, far.to_key
    from reach_4 as near
    join reach_4 as far on far.from_key = near.to_key
    group by near.from_key, far.to_key

),

reach_16 as (

    select near.from_key, far.to_key
    from reach_8 as near
    join reach_8 as far on far.from_key = near.to_key
    group by near.from_key, far.to_key

),

successor as (

    select pupil_key from link group by pupil_key

),

-- The first of a chain never had a former UPN; where a circle has no first, the lowest key stands for it.
person as (

    select reach_16.from_key, reach_16.to_key
    from reach_16
    left join successor
        on successor.pupil_key = reach_16.to_key
    qualify row_number() over (
        partition by reach_16.from_key
        order by case when successor.pupil_key is null then 0 else 1 end, reach_16.to_key) = 1

),

conflict as (

    select reach_16.from_key
    from reach_16
    left join latest
        on latest.pupil_key = reach_16.to_key
    group by reach_16.from_key
    having count(distinct latest.sex) > 1 or count(distinct latest.birth_year_month) > 1

)

select
    person.from_key as alias_pupil_key,
    case when conflict.from_key is null then person.to_key else person.from_key end as pupil_key,
    conflict.from_key is not null as is_conflicting
from person
left join conflict
    on conflict.from_key = person.from_key

-- One row per pupil whose month of birth is known: the academic year in which it lies, the last day of compulsory school age, and that of the
-- month of the eighteenth birthday.
--
-- Compulsory school age ends on the last Friday in June of the school year in which a pupil becomes sixteen (Education Act 1996, section 8).
with born as (

    select
        pupil_key,
        try_cast(substr(birth_year_month, 1, 4) as integer) + case when substr(birth_year_month, 6, 2) > '08' then 1 else 0 end
            as school_year_of_birth,
        12 * try_cast(substr(birth_year_month, 1, 4) as integer) + try_cast(substr(birth_year_month, 6, 2) as integer) - 3
            as month_after    -- the month after that of birth, as months since April of the year 0
    from core.dim_pupil
    where is_current
        and pupil_key >= 0

),

june as (

    select
        pupil_key,
        school_year_of_birth,
        cast(floor(month_after / 12) as integer) + 18 as adult_year,
        month_after % 12 + 1 as adult_month,
        add_days(financial_month_start((school_year_of_birth + 16) * 100 + (school_year_of_birth + 17) % 100, 3), 29) as last_day
    from born
    where school_year_of_birth is not null

)

select
    pupil_key,
    school_year_of_birth,
    add_days(last_day, -(cast(extract(dow from last_day) as integer) + 2) % 7) as leaves_on,
    add_days(financial_month_start(adult_year * 100 + (adult_year + 1) % 100, adult_month), -1) as child_until
from june

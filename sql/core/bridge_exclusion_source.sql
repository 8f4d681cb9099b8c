-- One row per school, academic year and term that a notice or a census tells of.
--
-- The source of record is chosen per school and academic year, never per row: the census once a census that collects
-- the year's summer term is accepted for the school, until then the notices. A school that sent no notice in the year
-- is counted from what its censuses say; a term that no accepted census collected is counted from notices, as nothing
-- else tells of it. Of several censuses that collected a term, the latest stands: a row that it leaves out is
-- withdrawn.
with census as (

    select laestab, academic_year, census_term from staged.census_return
    union
    select laestab, academic_year, census_term from staged.census_pupil
    union
    select laestab, academic_year, census_term from staged.census_exclusion

),

collected as (

    select
        census.laestab,
        term.time_period,
        term.term,
        dim_census.census,
        dim_census.reference_date
    from census
    join core.dim_census as dim_census
        on dim_census.time_period = census.academic_year
        and dim_census.term = census.census_term
    join core.dim_academic_period as term
        on term.term is not null
        and term.window_start >= dim_census.exclusion_window_start
        and term.window_end <= dim_census.exclusion_window_end

),

collected_term as (

    select
        laestab,
        time_period,
        term,
        count(*) as collected_by,
        min_by(census, reference_date) as first_census,
        max_by(census, reference_date) as last_census
    from collected
    group by laestab, time_period, term

),

noticed as (

    select laestab, academic_year(start_date) as time_period, term_of(start_date) as term
    from staged.exclusion_notice
    group by laestab, academic_year(start_date), term_of(start_date)

),

school_term as (

    select laestab, time_period, term from noticed
    union
    select laestab, time_period, term from collected_term
    union
    select laestab, academic_year(start_date) as time_period, term_of(start_date) as term from staged.census_exclusion

),

-- The census after which nothing more can be said of a term.
final_return as (

    select term.time_period, term.term, dim_census.census
    from core.dim_census as dim_census
    join core.dim_academic_period as term
        on term.term is not null
        and term.window_start >= dim_census.exclusion_window_start
        and term.window_end <= dim_census.exclusion_window_end
    qualify row_number() over (
        partition by term.time_period, term.term order by dim_census.reference_date desc) = 1

),

year_of_school as (

    select
        school_term.laestab,
        school_term.time_period,
        max(case when school_term.term = 'SUM' and collected_term.laestab is not null then 1 else 0 end) = 1
            as has_summer_census,
        max(case when noticed.laestab is not null then 1 else 0 end) = 1 as has_notice
    from school_term
    left join collected_term
        on collected_term.laestab = school_term.laestab
        and collected_term.time_period = school_term.time_period
        and collected_term.term = school_term.term
    left join noticed
        on noticed.laestab = school_term.laestab
        and noticed.time_period = school_term.time_period
        and noticed.term = school_term.term
    group by school_term.laestab, school_term.time_period

),

chosen as (

    select
        school_term.laestab,
        school_term.time_period,
        school_term.term,
        case
            when collected_term.last_census is not null and (year_of_school.has_summer_census or not year_of_school.has_notice)
                then 'census'
            else 'notices'
        end as source,
        collected_term.first_census,
        collected_term.last_census,
        coalesce(collected_term.collected_by, 0) as collected_by,
        final_return.census as final_census
    from school_term
    join year_of_school
        on year_of_school.laestab = school_term.laestab
        and year_of_school.time_period = school_term.time_period
    left join collected_term
        on collected_term.laestab = school_term.laestab
        and collected_term.time_period = school_term.time_period
        and collected_term.term = school_term.term
    left join final_return
        on final_return.time_period = school_term.time_period
        and final_return.term = school_term.term

)

select
    laestab,
    time_period,
    term,
    source,
    case when source = 'census' then last_census else 'notices' end as source_set,
    first_census,
    last_census,
    cast(collected_by as integer) as collected_by,
    case when source = 'census' and last_census = final_census then 'final' else 'provisional' end as data_status
from chosen

-- One row per authority or school, measure, academic year, cut-off and basis.
--
-- A percentage of a small figure is no headline: is_low_base says where the previous one is too small. Schools that
-- were open at one of the two cut-offs only are in the authority's figures and are counted beside them. A figure from
-- which notices without their date are left out is of low reliability (u); of a year of which no notice tells there is
-- none (x).
with figure as (

    select
        time_period,
        geographic_level,
        laestab,
        part,
        basis,
        cutoff_date,
        sum(amount) filter (where side = 'current' and is_dated) as current_count,
        sum(amount) filter (where side = 'previous' and is_dated) as previous_count,
        count(*) filter (where side = 'current' and not is_dated) > 0 as is_current_unsure,
        count(*) filter (where side = 'previous' and not is_dated) > 0 as is_previous_unsure
    from part.cut_off
    group by time_period, geographic_level, laestab, part, basis, cutoff_date

),

home as (

    select la_code, la_name
    from core.dim_local_authority
    where is_home_la

),

open_school as (    -- the school of a LAESTAB that is open at a cut-off, or was at the one before

    select
        cut_off.cut_off_key,
        school.laestab,
        max(case when cut_off.cutoff_date between school.valid_from and school.valid_to then school.school_name end)
            as school_name,
        max(case when cut_off.cutoff_date between school.valid_from and school.valid_to then 1 else 0 end) as is_open,
        max(case when cut_off.previous_cutoff_date between school.valid_from and school.valid_to then 1 else 0 end)
            as was_open
    from core.dim_cut_off as cut_off
    join core.dim_school as school
        on cut_off.cutoff_date between school.valid_from and school.valid_to
        or cut_off.previous_cutoff_date between school.valid_from and school.valid_to
    join home
        on home.la_code = school.la_code
    where school.counts_in_exclusions
    group by cut_off.cut_off_key, school.laestab

),

school_set as (

    select
        cut_off_key,
        sum(is_open * was_open) as schools_compared,
        sum(is_open + was_open - 2 * is_open * was_open) as schools_in_one_year_only
    from open_school
    group by cut_off_key

),

subject as (

    select cut_off.cut_off_key, 'Local authority' as geographic_level, cast(null as integer) as laestab,
        cast(null as varchar) as school_name, 1 as was_open, school_set.schools_compared,
        school_set.schools_in_one_year_only
    from core.dim_cut_off as cut_off
    left join school_set
        on school_set.cut_off_key = cut_off.cut_off_key

    union all

    select cut_off_key, 'School', laestab, school_name, was_open, was_open, 1 - was_open
    from open_school
    where is_open = 1

),

told_year as (

    select exclusion.time_period
    from core.fact_exclusion as exclusion
    join home
        on home.la_code = cast(floor(exclusion.laestab / 10000) as integer)
    where exclusion.source = 'notices'
    group by exclusion.time_period

),

compared as (

    select
        cut_off.*,
        subject.geographic_level,
        subject.laestab,
        subject.school_name,
        subject.schools_compared,
        subject.schools_in_one_year_only,
        measured.measure_code,
        case when this_year.time_period is not null then cast(coalesce(figure.current_count, 0) as bigint) end as current_count,
        case when subject.was_open = 1 and year_before.time_period is not null
            then cast(coalesce(figure.previous_count, 0) as bigint) end as previous_count,
        case when this_year.time_period is null then 'x' when figure.is_current_unsure then 'u' else 'ok' end as current_status,
        case
            when subject.was_open = 0 then 'z'
            when year_before.time_period is null then 'x'
            when figure.is_previous_unsure then 'u'
            else 'ok'
        end as previous_status
    from core.dim_cut_off as cut_off
    join subject
        on subject.cut_off_key = cut_off.cut_off_key
    join config.cut_off_measure as measured
        on measured.is_of_schools
        or subject.geographic_level = 'Local authority'
    left join told_year as this_year
        on this_year.time_period = cut_off.time_period
    left join told_year as year_before
        on year_before.time_period = cut_off.previous_time_period
    left join figure
        on figure.time_period = cut_off.time_period
        and figure.basis = cut_off.basis
        and figure.cutoff_date = cut_off.cutoff_date
        and figure.part = measured.part
        and figure.geographic_level = subject.geographic_level
        and coalesce(figure.laestab, 0) = coalesce(subject.laestab, 0)

)

select
    home.la_code,
    home.la_name,
    compared.time_period,
    'Academic year' as time_identifier,
    compared.cutoff_date as as_at_date,
    'notices' as preferred_source,
    'year_to_date' as data_status,
    compared.geographic_level,
    compared.laestab,
    compared.school_name,
    compared.measure_code,
    compared.basis,
    compared.cutoff_date,
    compared.previous_cutoff_date,
    compared.school_day_ordinal,
    compared.complete_to_date,
    compared.lag_days,
    compared.current_count as current,
    compared.current_status,
    compared.previous_count as previous,
    compared.previous_status,
    compared.current_count - compared.previous_count as change_abs,
    case
        when compared.previous_status = 'z' then 'z'
        when 'x' in (compared.current_status, compared.previous_status) then 'x'
        when 'u' in (compared.current_status, compared.previous_status) then 'u'
        else 'ok'
    end as change_abs_status,
    rate(compared.current_count - compared.previous_count, compared.previous_count) as change_pct,
    case
        when compared.previous_status = 'z' or compared.previous_count = 0 then 'z'
        when 'x' in (compared.current_status, compared.previous_status) then 'x'
        when 'u' in (compared.current_status, compared.previous_status) then 'u'
        else 'ok'
    end as change_pct_status,
    coalesce(compared.previous_count, 0) < cast(low_base.value as integer) as is_low_base,
    cast(coalesce(compared.schools_compared, 0) as integer) as schools_compared,
    cast(coalesce(compared.schools_in_one_year_only, 0) as integer) as schools_in_one_year_only
from compared
cross join home
join config.setting as low_base
    on low_base.name = 'low_base'

-- One row per exclusion as each source tells it, with the source of record, and why it falls in its own source.
--
-- GIAS may not know yet which establishment has a LAESTAB, or not any more which one had it; of one that opened later it is known that it
-- was not open. What a school that was open tells of the same exclusion counts then; where none does, it is an unknown school's.
with last_opening as (

    select laestab, max(valid_from) as opened_on
    from core.dim_school
    where laestab is not null
    group by laestab

),

dated as (

    select
        exclusion_row.*,
        coalesce(identity.pupil_key, exclusion_row.row_pupil_key) as pupil_key,
        academic_year(exclusion_row.start_date) as time_period,
        term_of(exclusion_row.start_date) as term,
        school.school_key as open_school_key,
        exclusion_row.start_date < last_opening.opened_on as is_before_opening,
        coalesce(outcome.counts, false) as is_upheld
    from core.fact_exclusion__row as exclusion_row
    left join core.dim_school as school
        on school.laestab = exclusion_row.laestab
        and exclusion_row.start_date between school.valid_from and school.valid_to
    left join last_opening
        on last_opening.laestab = exclusion_row.laestab
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = exclusion_row.row_pupil_key
    left join config.exclusion_outcome as outcome
        on outcome.code = exclusion_row.outcome

),

placed as (

    select
        *,
        coalesce(open_school_key, case when is_before_opening and max(case when is_upheld then open_school_key end) over (
            partition by source, pupil_key, start_date, category) is not null then -3 else -1 end) as school_key
    from dated

),

-- The same exclusion twice in one set: two notices of different numbers, or two UPNs of one pupil.
ranked as (

    select
        placed.*,
        row_number() over (
            partition by source_set, pupil_key, laestab, start_date, category
            order by
                case when is_upheld then 0 else 1 end,
                received_at desc, arrival desc, source_line desc, exclusion_key) as nth_in_set
    from placed

),

repeated as (

    select source_set, pupil_key, laestab, start_date
    from dated
    where source = 'census'
    group by source_set, pupil_key, laestab, start_date

)

select
    ranked.*,
    record.source as source_of_record,
    record.data_status,
    case
        when not ranked.is_upheld then 'OVERTURNED'
        when ranked.school_key = -3 then 'SCHOOL_NOT_OPEN'
        when ranked.nth_in_set > 1 then 'DUPLICATE'
        when ranked.source = 'census' and ranked.source_set <> record.last_census
            and repeated.source_set is not null
            then 'REPEATED_IN_LATER_CENSUS'
        when ranked.source = 'census' and ranked.source_set <> record.last_census then 'WITHDRAWN_IN_LATER_CENSUS'
    end as fallen_reason
from ranked
join core.bridge_exclusion_source as record    -- has a row for every school and term that any source mentions
    on record.laestab = ranked.laestab
    and record.time_period = ranked.time_period
    and record.term = ranked.term
left join repeated
    on repeated.source_set = record.last_census
    and repeated.pupil_key = ranked.pupil_key
    and repeated.laestab = ranked.laestab
    and repeated.start_date = ranked.start_date

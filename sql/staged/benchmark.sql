-- One row per data set, period, area, school type, breakdown and measure, with the reason where a figure is withheld.
--
-- A data set is the header's signature and the filters that the file has besides: exclusions_by_characteristic. In each of
-- its rows the filters that are not Total are the breakdown. A file of one type of school alone is never the total; its name
-- says nothing where its rows tell of several types. An area with a name and no code is known by its name, a level by
-- its other words; what is national is of England.
-- An authority keeps its number where a boundary change brings a new code; a former authority's figures stay its own. A measure bears
-- today's name. A symbol means what it does in its release: one whose last period is 2018/19 or before writes x for a suppressed number, and a blank is not available.
with file as (    -- a filter that the file lacks is '' in every row

    select
        max(time_period) <= 201819 and max(time_period) not between 2019 and 2100 as is_old,
        bool_or(lower(school_type) not in ('total', lower(of_school_type), 'pupil referral unit', 'alternative provision')) as has_types,
        concat_ws('_',
            case when max(topic) is distinct from '' or max(part) is distinct from '' then 'characteristic' end,
            case when max(case when lower(geographic_level) not in ('school', 'schools') and lower(academy_type) <> 'total' then academy_type end) <> ''
                then 'academy_type' end,
            case when max(sex) is distinct from '' then 'sex' end,
            case when max(ethnicity) is distinct from '' then 'ethnicity' end,
            case when max(ethnicity_minor) is distinct from '' then 'ethnicity_minor' end,
            case when max(language) is distinct from '' then 'language' end,
            case when max(fsm) is distinct from '' then 'fsm' end,
            case when max(disadvantage) is distinct from '' then 'disadvantage' end,
            case when max(sen) is distinct from '' then 'sen' end,
            case when max(sen_need) is distinct from '' then 'sen_need' end,
            case when max(ncyear) is distinct from '' then 'ncyear' end,
            case when max(age) is distinct from '' then 'age' end,
            case when max(reason) is distinct from '' then 'reason' end
        ) as filters
    from typed

),

figure as (

    select
        typed.*,
        file.is_old,
        file.filters,
        lower(coalesce(area_level.label, typed.geographic_level)) as level,
        case when file.has_types then '' else typed.of_school_type end as of_type,
        case when lower(typed.school_type) = 'total' and typed.of_school_type <> '' and not file.has_types then typed.of_school_type
            else typed.school_type end as type_of_school,
        case when level <> 'school' and typed.academy_type <> '' then breakdown_label(typed.academy_type) end as academy_label,
        case when regexp_full_match(typed.country_code, '[A-Z][0-9]{8}') then typed.country_code else 'E92000001' end as nation_code,
        case when regexp_full_match(typed.region_code, '[A-Z][0-9]{8}') then typed.region_code end as region_number,
        case when regexp_full_match(typed.new_la_code, '[A-Z][0-9]{8}') then typed.new_la_code end as authority_number,
        breakdown_label(typed.part) as part_label,
        breakdown_label(typed.topic) as topic_label,
        cast(three_digits(typed.old_la_code) as varchar) as la_number,
        published_figure(typed.value) as number
    from typed
    cross join file
    left join codes.geographic_level as area_level
        on area_level.code = level_text(typed.geographic_level)

),

split as (

    select
        figure.*,
        concat_ws('; ',
            case when topic_label is not null then topic_label when part_label is not null then 'Characteristic' end,
            case when academy_label is not null then 'Academy type' end,
            case when breakdown_label(sex) is not null then 'Sex' end,
            case when breakdown_label(ethnicity) is not null then 'Ethnicity' end,
            case when breakdown_label(ethnicity_minor) is not null then 'Minor ethnicity' end,
            case when breakdown_label(language) is not null then 'Language' end,
            case when breakdown_label(fsm) is not null then 'Free school meals' end,
            case when breakdown_label(disadvantage) is not null then 'Disadvantage' end,
            case when breakdown_label(sen) is not null then 'SEN' end,
            case when breakdown_label(sen_need) is not null then 'SEN need' end,
            case when breakdown_label(ncyear) is not null then 'Year group' end,
            case when breakdown_label(age) is not null then 'Age' end,
            case when breakdown_label(reason) is not null then 'Reason' end
        ) as topics,
        concat_ws('; ',
            case when part_label is not null then part_label when topic_label is not null then 'Total' end,
            academy_label,
            breakdown_label(sex),
            breakdown_label(ethnicity),
            breakdown_label(ethnicity_minor),
            breakdown_label(language),
            breakdown_label(fsm),
            breakdown_label(disadvantage),
            breakdown_label(sen),
            breakdown_label(sen_need),
            breakdown_label(ncyear),
            breakdown_label(age),
            breakdown_label(reason)
        ) as parts
    from figure

)

select
    split.dataset
        || case when split.filters <> '' then '_by_' || split.filters else '' end
        || case when split.of_type <> '' then '_of_' || lower(replace(split.of_type, ' ', '_')) else '' end
        as dataset,
    split.time_period,
    coalesce(
        regexp_replace(upper(left(split.time_identifier, 1)) || lower(substr(split.time_identifier, 2)), ' q([1-4])', ' Q\1'),
        case when split.time_period >= 100000 then 'Academic year' end) as time_identifier,
    upper(left(split.level, 1)) || substr(split.level, 2) as geographic_level,
    case split.level
        when 'school' then coalesce(cast(split.laestab as varchar), split.urn)
        when 'national' then split.nation_code
        when 'regional' then coalesce(split.region_number, region.region_code, split.region_code, split.region_name)
        when 'local authority' then coalesce(
            authority.new_la_code,
            successor.new_la_code,
            split.authority_number,
            named.new_la_code,
            split.old_la_code,
            split.la_name)
        when 'local authority district' then coalesce(split.lad_code, split.new_la_code)
        when 'parliamentary constituency' then coalesce(split.pcon_code, split.new_la_code)
        else coalesce(split.new_la_code, split.region_code, split.country_code)
    end as area_code,
    coalesce(type.label, split.type_of_school) as school_type,
    case when split.topics = '' then 'Total' else split.topics end as breakdown_topic,
    case when split.parts = '' then 'Total' else split.parts end as breakdown,
    coalesce(nullif(renamed.measure, ''), lower(split.measure)) as measure,
    case when isfinite(split.number) then split.number end as value,
    case
        when isfinite(split.number) then 'ok'
        when split.is_old then coalesce(symbol.status_to_201819, 'x')
        else coalesce(symbol.status, 'x')
    end as value_status,
    split.source_line
from split
left join codes.benchmark_school_type as type
    on type.code = lower(split.type_of_school)
left join codes.benchmark_measure as renamed
    on renamed.code = lower(split.measure)
left join codes.benchmark_symbol as symbol
    on symbol.code = lower(trim(split.value))
left join codes.local_authority as authority
    on authority.old_la_code = split.la_number
left join (select lower(la_name) as name, min(new_la_code) as new_la_code from codes.local_authority group by all) as named
    on named.name = lower(split.la_name)
left join (select lower(region_name) as name, min(region_code) as region_code from codes.local_authority group by all) as region
    on region.name = lower(split.region_name)
left join codes.former_la_code as former
    on former.new_la_code = split.new_la_code
left join codes.local_authority as successor
    on successor.old_la_code = former.old_la_code

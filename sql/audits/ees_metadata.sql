-- The metadata of an EES table does not agree with it, or says what DfE does not take
-- severity: FAIL
-- why: each filter and each indicator is described once, and nothing else; labels are told apart; units and places are of fixed forms
-- matters: whoever uploads the table is refused, or readers are shown columns without a name
-- resolve: a fault of ours, in EesExport or EesMeta, or two measures of one name: correct it and publish again
with undescribed as (

    -- Of one value alone a column may stand without a description: it is not shown.
    select header.file, header.col_name
    from ees.header as header
    join ees.cell as cell
        on cell.file = header.file
        and cell.col_name = header.col_name
    where header.col_name not in ('time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'region_code', 'region_name', 'old_la_code',
            'new_la_code', 'la_name', 'school_name', 'school_urn', 'school_laestab')
    group by header.file, header.col_name
    having count(distinct coalesce(cell.value, '')) > 1

)

select undescribed.file, undescribed.col_name, 'is not described' as problem
from undescribed
where not exists (
    select 1
    from ees.meta as meta
    where meta.file = undescribed.file
        and undescribed.col_name in (meta.col_name, meta.filter_grouping_column))

union all

select meta.file, meta.col_name, 'is described and not there'
from ees.meta as meta
anti join ees.header as header
    on header.file = meta.file
    and header.col_name = meta.col_name

union all

select file, col_name, 'is described twice'
from ees.meta
group by file, col_name
having count(*) > 1

union all

select file, max(col_name), 'has the label of another'
from ees.meta
group by file, label
having count(distinct col_name) > 1

union all

select
    file,
    col_name,
    case
        when col_type is null or col_type not in ('Filter', 'Indicator') then 'is neither filter nor indicator'
        when coalesce(trim(label), '') = '' then 'has no label'
        when col_name in ('time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'region_code', 'region_name', 'old_la_code', 'new_la_code',
            'la_name', 'school_name', 'school_urn', 'school_laestab') then 'is place or time'
        when col_type = 'Filter' then 'is a filter with a unit, places or a group of indicators'
        else 'is an indicator of an unknown unit, without places, or with what filters have'
    end
from ees.meta
where col_type is null
    or col_type not in ('Filter', 'Indicator')
    or coalesce(trim(label), '') = ''
    or col_name in ('time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'region_code', 'region_name', 'old_la_code', 'new_la_code',
        'la_name', 'school_name', 'school_urn', 'school_laestab')
    or col_type = 'Filter' and coalesce(indicator_unit, indicator_dp, indicator_grouping) is not null
    or col_type = 'Indicator'
    and (
        coalesce(indicator_unit, '') not in ('', '£', '£m', '%', 'pp', 'numberstring')
        or not coalesce(regexp_full_match(indicator_dp, '[0-9]'), false)
        or coalesce(filter_hint, filter_grouping_column) is not null
    )

union all

select meta.file, meta.col_name, 'is in a group that is no column, or is described itself'
from ees.meta as meta
where meta.filter_grouping_column is not null
    and (
        not exists (select 1 from ees.header as header where header.file = meta.file and header.col_name = meta.filter_grouping_column)
        or exists (select 1 from ees.meta as other where other.file = meta.file and other.col_name = meta.filter_grouping_column)
    )

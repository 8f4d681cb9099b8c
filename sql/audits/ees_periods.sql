-- A row of an EES table is of no period that DfE knows, or the periods of a table are of several kinds
-- severity: FAIL
-- why: identifiers are a fixed list; years that span two are six digits, others four; a table holds one kind
-- matters: whoever uploads the table is refused
-- resolve: a fault of ours: EesExport writes what has no identifier of its own, and each kind to a file of its own
with period as (

    select
        file,
        line,
        max(value) filter (col_name = 'time_period') as time_period,
        max(value) filter (col_name = 'time_identifier') as time_identifier
    from ees.cell
    where col_name in ('time_period', 'time_identifier')
    group by file, line

),

named as (

    select
        *,
        case
            when time_identifier in ('Academic year', 'Financial year', 'Calendar year', 'Reporting year', 'Tax year') then time_identifier
            when regexp_full_match(time_identifier, '(Academic|Financial|Calendar|Tax) year Q[1-4]') then regexp_replace(time_identifier, '[1-4]$', '')
            when time_identifier in ('Autumn term', 'Spring term', 'Summer term', 'Autumn and spring term') then 'Term'
            when regexp_full_match(time_identifier, 'Week ([1-9]|[1-4][0-9]|5[0-3])') then 'Week'
            when time_identifier in ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')
                then 'Month'
        end as kind
    from period

)

select
    file,
    time_period,
    time_identifier,
    case
        when kind is null then 'no identifier of EES'
        when kind in ('Calendar year', 'Calendar year Q', 'Reporting year', 'Week', 'Month') then
            case when not coalesce(regexp_full_match(time_period, '[0-9]{4}'), false) then 'not four digits' else 'of another kind' end
        when not coalesce(regexp_full_match(time_period, '[0-9]{6}'), false) then 'not six digits'
        when (cast(left(time_period, 4) as integer) + 1) % 100 <> cast(right(time_period, 2) as integer) then 'not two years that follow each other'
        else 'of another kind'
    end as problem
from named
where kind is null
    or kind in ('Calendar year', 'Calendar year Q', 'Reporting year', 'Week', 'Month') and not coalesce(regexp_full_match(time_period, '[0-9]{4}'), false)
    or kind not in ('Calendar year', 'Calendar year Q', 'Reporting year', 'Week', 'Month')
    and not coalesce(
        regexp_full_match(time_period, '[0-9]{6}') and (try_cast(left(time_period, 4) as integer) + 1) % 100 = try_cast(right(time_period, 2) as integer), false)
    or file in (select several.file from named as several group by several.file having count(distinct several.kind) > 1)
group by all

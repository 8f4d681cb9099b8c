-- One row per row of the mart, figure, and document that it is made of; of a share those that it divides by, each with what it adds.
with document as (    -- as it stands with its own, with all of its type, with all of its own, and with all

    select document.*, level.scope, level.type
    from mart.mart_governance_compliance__document as document
    cross join (values ('own', 'own'), ('own', 'Total'), ('Total', 'own'), ('Total', 'Total')) as level (scope, type)

),

listed as (

    select
        document.*,
        case when scope = 'own' then scope_type else 'TOTAL' end as row_scope_type,
        case when scope = 'own' then scope_code else 'Total' end as row_scope_code,
        case when type = 'own' then report_type else 'Total' end as row_report_type,
        'Total' as row_element,
        cast(null as boolean) as has_element
    from document

    union all

    select
        document.*,
        case when scope = 'own' then scope_type else 'TOTAL' end,
        case when scope = 'own' then scope_code else 'Total' end,
        document.report_type,
        element.code,
        position(' ' || element.code || ' ' in ' ' || coalesce(document.elements, '') || ' ') > 0
    from document
    join config.report_element as element
        on element.report_type = document.report_type
    where type = 'own' and is_of_year and is_received

),

amounts as (

    select
        listed.*,
        column_of.mart_column,
        case
            when mart_column in ('agreements_in_force', 'agreements_in_review') then
                case when row_report_type = 'SLA' and is_in_force and (mart_column = 'agreements_in_force' or is_in_review) then 1 end
            when not is_of_year then null
            when has_element is not null then case mart_column
                when 'documents' then 1 when 'due' then 1 when 'received' then 1 when 'elements_required' then 1
                when 'elements_present' then case when has_element then 1 else 0 end when 'elements_pct' then case when has_element then 1 else 0 end end
            else case mart_column
                when 'documents' then 1 when 'due' then case when is_due then 1 end when 'received' then case when is_received then 1 end
                when 'on_time' then case when is_on_time then 1 end when 'timed' then case when is_timed then 1 end
                when 'overdue' then case when is_overdue then 1 end when 'on_time_pct' then case when is_timed then case when is_on_time then 1 else 0 end end
                when 'elements_required' then elements_required when 'elements_present' then elements_present when 'elements_pct' then elements_present
                when 'score_1' then score_1 when 'score_2' then score_2 when 'score_3' then score_3 end
        end as amount
    from listed
    cross join (values ('documents'), ('due'), ('received'), ('on_time'), ('timed'), ('overdue'), ('on_time_pct'), ('elements_required'), ('elements_present'),
        ('elements_pct'), ('agreements_in_force'), ('agreements_in_review'), ('score_1'), ('score_2'), ('score_3')) as column_of (mart_column)

)

select
    time_period,
    row_scope_type as scope_type,
    row_scope_code as scope_code,
    row_report_type as report_type,
    row_element as element,
    mart_column,
    mart_column as part,
    amount,
    'core.fact_governance_return' as fact,
    case when amount is not null then governance_return_key end as fact_key,
    case
        when mart_column in ('score_1', 'score_2', 'score_3') then cast(quotient(sum(amount) over one, count(amount) over one, 1) as varchar)
        when mart_column = 'on_time_pct' then cast(rate(sum(amount) over one, count(amount) over one) as varchar)
        when mart_column = 'elements_pct' then cast(rate(sum(amount) over one,
            sum(case when has_element is not null then 1 when is_of_year then elements_required end) over one) as varchar)
        when mart_column in ('elements_required', 'elements_present') and row_element = 'Total' then cast(sum(amount) over one as varchar)
        when mart_column in ('agreements_in_force', 'agreements_in_review') then
            case when row_report_type = 'SLA' then cast(count(distinct case when amount = 1 then scope_code end) over one as varchar) end
        when row_element <> 'Total' and mart_column in ('on_time', 'timed', 'overdue') then null
        else cast(coalesce(sum(amount) over one, 0) as varchar)
    end as recomputed
from amounts
window one as (partition by time_period, row_scope_type, row_scope_code, row_report_type, row_element, mart_column)

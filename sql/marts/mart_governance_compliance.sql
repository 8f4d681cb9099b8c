-- One row per provision or school that owes documents, academic year, type of document and, of a type whose elements are listed, element.
--
-- Total stands for all that owe, for all types and for the documents whole. Due is what has come and what is overdue; on time is asked of
-- documents with a day alone. Elements count in documents that came, of types of which it is known how many they should have. An
-- agreement counts in each year at whose end, or by now, it holds; one without a review in twelve months holds and is out of review.
with document as (

    select * from mart.mart_governance_compliance__document

),

counted as (

    select
        time_period,
        max(as_at_date) as as_at_date,
        scope_type,
        scope_code,
        report_type,
        'Total' as element,
        count(case when is_of_year then 1 end) as documents,
        count(case when is_of_year and is_due then 1 end) as due,
        count(case when is_of_year and is_received then 1 end) as received,
        count(case when is_of_year and is_on_time then 1 end) as on_time,
        count(case when is_of_year and is_timed then 1 end) as timed,
        count(case when is_of_year and is_overdue then 1 end) as overdue,
        sum(case when is_of_year then elements_required end) as elements_required,
        sum(case when is_of_year then elements_present end) as elements_present,
        count(distinct case when is_in_force then scope_code end) as in_force,
        count(distinct case when is_in_force and is_in_review then scope_code end) as in_review,
        count(case when is_of_year then score_1 end) as reviews_1,
        sum(case when is_of_year then score_1 end) as score_1,
        count(case when is_of_year then score_2 end) as reviews_2,
        sum(case when is_of_year then score_2 end) as score_2,
        count(case when is_of_year then score_3 end) as reviews_3,
        sum(case when is_of_year then score_3 end) as score_3,
        max(case when is_of_year then reviewed_on end) as last_reviewed_on
    from document
    group by grouping sets (
        (time_period), (time_period, report_type), (time_period, scope_type, scope_code), (time_period, scope_type, scope_code, report_type))

    union all

    select
        document.time_period, max(document.as_at_date), document.scope_type, document.scope_code, document.report_type, element.code,
        count(*), count(*), count(*), null, null, null, count(*),
        count(case when position(' ' || element.code || ' ' in ' ' || document.elements || ' ') > 0 then 1 end),
        null, null, null, null, null, null, null, null, null
    from document
    join config.report_element as element
        on element.report_type = document.report_type
    where document.is_of_year and document.is_received
    group by grouping sets (
        (document.time_period, document.report_type, element.code),
        (document.time_period, document.scope_type, document.scope_code, document.report_type, element.code))

)

select
    home.la_code,
    home.la_name,
    counted.time_period,
    'Academic year' as time_identifier,
    counted.as_at_date,
    'register' as preferred_source,
    case when period.is_closed then 'provisional' else 'year_to_date' end as data_status,
    coalesce(counted.scope_type, 'TOTAL') as scope_type,
    coalesce(counted.scope_code, 'Total') as scope_code,
    case coalesce(counted.scope_type, 'TOTAL')
        when 'TOTAL' then 'All that owe documents'
        when 'PROVISION' then coalesce(provision.provision_name, counted.scope_code)
        when 'SCHOOL' then coalesce(school.school_name, counted.scope_code)
        else home.la_name
    end as scope_title,
    provision.neighbourhood,
    coalesce(counted.report_type, 'Total') as report_type,
    case when counted.report_type is null then 'All documents' else coalesce(kind.label, 'Unknown') end as report_title,
    counted.element,
    case when counted.element = 'Total' then 'The document' else element.label end as element_title,
    cast(counted.documents as integer) as documents,
    cast(counted.due as integer) as due,
    cast(counted.received as integer) as received,
    cast(counted.on_time as integer) as on_time,
    cast(counted.timed as integer) as timed,
    cast(counted.overdue as integer) as overdue,
    rate(counted.on_time, counted.timed) as on_time_pct,
    case when counted.timed > 0 then 'ok' else 'z' end as on_time_pct_status,
    cast(counted.elements_required as integer) as elements_required,
    cast(counted.elements_present as integer) as elements_present,
    rate(counted.elements_present, counted.elements_required) as elements_pct,
    case when counted.elements_required > 0 then 'ok' else 'z' end as elements_pct_status,
    case when counted.report_type = 'SLA' then cast(counted.in_force as integer) end as agreements_in_force,
    case when counted.report_type = 'SLA' then cast(counted.in_review as integer) end as agreements_in_review,
    quotient(counted.score_1, counted.reviews_1, 1) as score_1,
    case when counted.reviews_1 > 0 then 'ok' else 'z' end as score_1_status,
    quotient(counted.score_2, counted.reviews_2, 1) as score_2,
    case when counted.reviews_2 > 0 then 'ok' else 'z' end as score_2_status,
    quotient(counted.score_3, counted.reviews_3, 1) as score_3,
    case when counted.reviews_3 > 0 then 'ok' else 'z' end as score_3_status,
    counted.last_reviewed_on
from counted
cross join (select la_code, la_name from core.dim_local_authority where is_home_la) as home
join core.dim_academic_period as period
    on period.time_period = counted.time_period
    and period.term is null
left join config.report_type as kind
    on kind.code = counted.report_type
left join config.report_element as element
    on element.report_type = counted.report_type
    and element.code = counted.element
left join core.dim_provision as provision
    on provision.provision_code = counted.scope_code
    and counted.scope_type = 'PROVISION'
    and provision.is_latest
left join (
    select laestab, arg_max(school_name, valid_from) as school_name
    from core.dim_school
    where is_current
    group by laestab
) as school
    on cast(school.laestab as varchar) = counted.scope_code
    and counted.scope_type = 'SCHOOL'

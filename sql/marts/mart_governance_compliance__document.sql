-- One row per document and academic year in which it stands: that in which it is due, and of an agreement each at whose end it holds.
--
-- A document without a day on which it is due stands in the year of which it tells, else in that in which it came. An agreement holds
-- on a day that its period reaches once it has come; of one without a last day all later ones. The register keeps the last review
-- alone, so that one after the end of the year speaks for the year too.
with document as (

    select
        register.*,
        coalesce(register.report_type, 'UNKNOWN') as type_code,
        academic_year(coalesce(register.due_date, register.period_start, register.period_end, register.received_date)) as own_period,
        coalesce(register.period_start, register.received_date) as holds_from,
        case
            when register.provision_code is not null then 'PROVISION'
            when register.laestab is not null then 'SCHOOL'
            else 'AUTHORITY'
        end as scope_type
    from core.fact_governance_return as register

),

year as (

    select time_period, least(window_end, as_of_date()) as as_at_date, is_begun
    from core.dim_academic_period
    where term is null

)

select
    year.time_period,
    year.as_at_date,
    document.scope_type,
    coalesce(document.provision_code, cast(document.laestab as varchar), cast(home.la_code as varchar)) as scope_code,
    document.type_code as report_type,
    document.governance_return_key,
    year.time_period = document.own_period as is_of_year,
    document.received_date is not null as is_received,
    document.received_date is not null or document.is_overdue as is_due,
    document.is_overdue,
    coalesce(document.days_late <= 0, false) as is_on_time,
    document.days_late is not null or document.is_overdue as is_timed,
    case when document.received_date is not null then document.elements_required end as elements_required,
    case when document.elements_required is not null then document.elements_present end as elements_present,
    document.elements,
    case when document.received_date is not null then document.score_1 end as score_1,
    case when document.received_date is not null then document.score_2 end as score_2,
    case when document.received_date is not null then document.score_3 end as score_3,
    document.reviewed_on,
    document.type_code = 'SLA' and year.is_begun and coalesce(
        document.received_date <= year.as_at_date and document.holds_from <= year.as_at_date
            and coalesce(document.period_end >= year.as_at_date, true), false) as is_in_force,
    coalesce(add_days(greatest(document.reviewed_on, document.received_date), 365) >= year.as_at_date, false) as is_in_review
from document
cross join (select la_code from core.dim_local_authority where is_home_la) as home
join year
    on year.time_period = document.own_period
    or document.type_code = 'SLA' and year.is_begun and document.received_date <= year.as_at_date
        and document.holds_from <= year.as_at_date and coalesce(document.period_end >= year.as_at_date, true)

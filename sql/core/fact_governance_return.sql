-- One row per document that a provision or school owes the authority, whether it has come or not.
--
-- Of a report whose elements are listed (config/reference/report_element.csv) those count that the list has; of another the elements
-- that the register names. Days late are negative where it came before its day. An agreement is out of review where nobody has
-- looked at it for twelve months.
with document as (

    select
        register.*,
        academic_year(register.due_date) as time_period,
        term_of(register.due_date) as term
    from staged.governance_return as register

),

listed as (

    select
        document.document_id,
        cast(count(*) as integer) as elements_required,
        cast(sum(case when position(' ' || element.code || ' ' in ' ' || document.elements_present || ' ') > 0 then 1 else 0 end) as integer)
            as elements_present
    from document
    join config.report_element as element
        on element.report_type = document.report_type
    group by document.document_id

)

select
    stable_key(document.document_id) as governance_return_key,
    document.document_id,
    document.report_type,
    document.provision_code,
    case when document.provision_code is null then -2 else coalesce(provision.provision_key, -1) end as provision_key,
    document.laestab,
    case when document.laestab is null then -2 else coalesce(school.school_key, -1) end as school_key,
    document.period_start,
    document.period_end,
    document.due_date,
    document.time_period,
    document.term,
    document.received_date,
    document.received_date is null and coalesce(document.due_date < as_of_date(), false) as is_overdue,
    cast(received.day_number - due.day_number as integer) as days_late,
    coalesce(listed.elements_required, kind.elements_required) as elements_required,
    case
        when document.received_date is null then null
        when listed.document_id is not null then listed.elements_present
        when document.elements_present is null then 0
        else least(    -- where nobody says which are asked for, more than are asked for are no more than all
            cast(length(document.elements_present) - length(replace(document.elements_present, ' ', '')) + 1 as integer), kind.elements_required)
    end as elements_present,
    document.elements_present as elements,
    document.score_1,
    document.score_2,
    document.score_3,
    document.reviewed_on,
    case
        when document.report_type = 'SLA' and document.received_date is not null
            then coalesce(add_days(greatest(document.reviewed_on, document.received_date), 365) < as_of_date(), false)
    end as is_out_of_review,
    document.note_flag as has_note,
    document.submission_key,
    document.source_line
from document
left join listed
    on listed.document_id = document.document_id
left join config.report_type as kind
    on kind.code = document.report_type
left join core.dim_provision as provision
    on provision.provision_code = document.provision_code
    and document.due_date between provision.valid_from and provision.valid_to
left join core.dim_school as school
    on school.laestab = document.laestab
    and document.due_date between school.valid_from and school.valid_to
left join core.dim_date as due
    on due.date = document.due_date
left join core.dim_date as received
    on received.date = document.received_date

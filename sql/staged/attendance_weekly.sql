-- One row per pupil and school of the week that the file's name tells, or else of the last one that had begun before it came.
with file as (

    select
        regexp_extract(file_name, '(20[0-9]{2})[-_ ]?([01][0-9])[-_ ]?([0-3][0-9])', ['year', 'month', 'day']) as named,
        add_days(london_date(received_at), -1) as day_before
    from delivery

),

file_day as (

    select try_cast(concat_ws('-', named.year, named.month, named.day) as date) as day, day_before
    from file

),

week as (

    select cast(date_trunc('week', case when day between date '2000-08-07' and date '2040-07-31' then day else day_before end) as date) as monday
    from file_day

)

select
    cast(academic_year(week.monday) as integer) as time_period,
    week.monday as week,
    typed.pupil_key,
    typed.urn,
    typed.has_sen_support,
    typed.has_ehcp,
    typed.primary_sen_type,
    typed.is_looked_after,
    typed.is_child_in_need,
    typed.is_persistently_absent,
    typed.is_severely_absent,
    typed.admission_date,
    typed.leaving_date,
    typed.possible_sessions,
    typed.absent_sessions,
    typed.present_sessions,
    typed.educational_activity_sessions,
    typed.authorised_absent_sessions,
    typed.unauthorised_absent_sessions,
    typed.source_line
from typed
cross join week

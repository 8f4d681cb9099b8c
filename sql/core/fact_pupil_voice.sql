-- One row per survey, focus group or interview in which children and young people were asked.
--
-- A consultation without a day belongs to the school as it stood on 1 September, the sixth month of the financial year.
with consultation as (

    select
        register.*,
        coalesce(register.held_on, financial_month_start(register.academic_year, 6)) as known_on
    from staged.pupil_voice as register

)

select
    stable_key(consultation.voice_id) as pupil_voice_key,
    consultation.voice_id,
    consultation.laestab,
    case when consultation.laestab is null then -2 else coalesce(school.school_key, -1) end as school_key,
    consultation.academic_year as time_period,
    term_of(consultation.held_on) as term,
    consultation.method,
    consultation.held_on,
    consultation.affected_cohort,
    consultation.respondents,
    consultation.actions_raised,
    consultation.actions_closed,
    consultation.submission_key,
    consultation.source_line
from consultation
left join core.dim_school as school
    on school.laestab = consultation.laestab
    and consultation.known_on between school.valid_from and school.valid_to

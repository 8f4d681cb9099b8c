-- One row per pupil on roll on census day. Of the date of birth its month stays, and the age at the start of the year.
select
    typed.academic_year,
    typed.census_term,
    typed.laestab,
    typed.on_roll,
    typed.pupil_key,
    typed.former_pupil_key,
    typed.sex,
    strftime(typed.dob, '%Y-%m') as birth_year_month,
    cast(typed.academic_year // 100 - year(typed.dob) - cast(month(typed.dob) > 8 as integer) as integer)
        as age_at_31_august,
    typed.entry_date,
    cast(null as date) as leaving_date,
    typed.enrol_status,
    typed.ncyear,
    typed.sen_provision,
    typed.ethnicity,
    upper(typed.language) as language,
    typed.part_time,
    typed.boarder,
    typed.plaa,
    typed.service_child,
    typed.young_carer,
    exists (
        select 1
        from typed_census_fsm_period as period
        where period.native_id = typed.native_id
            and period.pupil_table_id = typed.pupil_table_id
            and period.fsm_start_date <= typed.reference_date
            and (period.fsm_end_date is null or period.fsm_end_date >= typed.reference_date)
    ) as fsm_on_census_day,
    typed.sen_unit_indicator,
    typed.resourced_provision_indicator,
    typed.top_up_funding,
    typed.termly_sessions_possible,
    typed.summer_half_term2_sessions_possible,
    typed.reference_date,
    typed.source_line
from typed

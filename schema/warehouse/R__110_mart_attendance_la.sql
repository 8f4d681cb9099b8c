-- Attendance of the authority.
create or replace table mart.mart_attendance_la (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    week_commencing date,
    education_phase varchar,
    breakdown_topic varchar,
    breakdown varchar,
    enrolments bigint,
    enrolments_status varchar,
    possible bigint,
    possible_status varchar,
    attendance_rate double,
    attendance_rate_status varchar,
    absence_rate double,
    absence_rate_status varchar,
    authorised_rate double,
    authorised_rate_status varchar,
    unauthorised_rate double,
    unauthorised_rate_status varchar,
    pa_enrolments bigint,
    pa_enrolments_status varchar,
    pa_rate double,
    pa_rate_status varchar,
    severe_enrolments bigint,
    severe_enrolments_status varchar,
    severe_rate double,
    severe_rate_status varchar,
    illness_perc double,
    illness_perc_status varchar,
    appointments_perc double,
    appointments_perc_status varchar,
    auth_religious_perc double,
    auth_religious_perc_status varchar,
    auth_study_perc double,
    auth_study_perc_status varchar,
    auth_mob_perc double,
    auth_mob_perc_status varchar,
    auth_holiday_perc double,
    auth_holiday_perc_status varchar,
    auth_excluded_perc double,
    auth_excluded_perc_status varchar,
    auth_performance_perc double,
    auth_performance_perc_status varchar,
    auth_interview_perc double,
    auth_interview_perc_status varchar,
    auth_part_time_perc double,
    auth_part_time_perc_status varchar,
    auth_other_perc double,
    auth_other_perc_status varchar,
    unauth_hol_perc double,
    unauth_hol_perc_status varchar,
    unauth_oth_perc double,
    unauth_oth_perc_status varchar,
    unauth_late_registers_closed_perc double,
    unauth_late_registers_closed_perc_status varchar,
    unauth_not_yet_perc double,
    unauth_not_yet_perc_status varchar,
    england_rate double,
    england_rate_status varchar
);
comment on table mart.mart_attendance_la is 'One row per authority, period, phase, topic and group: attendance of pupils aged 5 to 15 of state-funded primary, secondary and special schools, from registers; without pupils aged 15 after the spring bank holiday, as in DfE''s figures; not to be compared with absence from the census, nor with totals of DfE over phases';
comment on column mart.mart_attendance_la.la_code is 'Code of the local authority';
comment on column mart.mart_attendance_la.la_name is 'Name of the local authority';
comment on column mart.mart_attendance_la.time_period is 'Academic year, 202425; of a week the calendar year, 2024';
comment on column mart.mart_attendance_la.time_identifier is 'Academic year, Autumn term, Autumn half term 1 and so on, Week 37';
comment on column mart.mart_attendance_la.as_at_date is 'Last day of the period with a mark';
comment on column mart.mart_attendance_la.preferred_source is 'marks';
comment on column mart.mart_attendance_la.data_status is 'year_to_date while the period runs; provisional for thirty days, in which registers are still sent again; then final';
comment on column mart.mart_attendance_la.week_commencing is 'Monday of a week; null for longer periods';
comment on column mart.mart_attendance_la.education_phase is 'Total, Primary, Secondary or Special';
comment on column mart.mart_attendance_la.breakdown_topic is 'Total, Sex, SEN provision, SEN primary need, Ethnicity major, Ethnicity minor, FSM, Year group or EAL';
comment on column mart.mart_attendance_la.breakdown is 'Group within the topic';
comment on column mart.mart_attendance_la.enrolments is 'Pupils at a school with a possible session in the period; a pupil at two schools counts twice';
comment on column mart.mart_attendance_la.enrolments_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.possible is 'Possible sessions; a session is half a day';
comment on column mart.mart_attendance_la.possible_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.attendance_rate is 'Sessions attended per 100 possible ones, approved educational activity among them';
comment on column mart.mart_attendance_la.attendance_rate_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.absence_rate is 'Sessions of absence per 100 possible ones';
comment on column mart.mart_attendance_la.absence_rate_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.authorised_rate is 'Sessions of authorised absence per 100 possible ones';
comment on column mart.mart_attendance_la.authorised_rate_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.unauthorised_rate is 'Sessions of unauthorised absence per 100 possible ones';
comment on column mart.mart_attendance_la.unauthorised_rate_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.pa_enrolments is 'Enrolments absent persistently: from 10 % of their own possible sessions';
comment on column mart.mart_attendance_la.pa_enrolments_status is 'ok; z for weeks and half terms';
comment on column mart.mart_attendance_la.pa_rate is 'Of 100 enrolments, those absent persistently';
comment on column mart.mart_attendance_la.pa_rate_status is 'ok; z for weeks and half terms';
comment on column mart.mart_attendance_la.severe_enrolments is 'Enrolments absent severely: from 50 % of their own possible sessions';
comment on column mart.mart_attendance_la.severe_enrolments_status is 'ok; z for weeks and half terms';
comment on column mart.mart_attendance_la.severe_rate is 'Of 100 enrolments, those absent severely';
comment on column mart.mart_attendance_la.severe_rate_status is 'ok; z for weeks and half terms';
comment on column mart.mart_attendance_la.illness_perc is 'Sessions of absence for illness (code I) per 100 possible ones';
comment on column mart.mart_attendance_la.illness_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.appointments_perc is 'Sessions of absence for medical or dental appointments (code M) per 100 possible ones';
comment on column mart.mart_attendance_la.appointments_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_religious_perc is 'Sessions of absence for religious observance (code R) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_religious_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_study_perc is 'Sessions of absence for study leave (code S) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_study_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_mob_perc is 'Sessions of absence for parents travelling for occupation (Gypsy, Roma and Traveller pupils) (code T) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_mob_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_holiday_perc is 'Sessions of absence for holidays agreed by the school, until August 2024 (code H) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_holiday_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_excluded_perc is 'Sessions of absence for suspension or exclusion without other provision (code E) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_excluded_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_performance_perc is 'Sessions of absence for regulated performances and employment abroad (code C1) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_performance_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_interview_perc is 'Sessions of absence for interviews (code J1) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_interview_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_part_time_perc is 'Sessions of absence for part-time timetables (code C2) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_part_time_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.auth_other_perc is 'Sessions of absence for other exceptional circumstances (code C) per 100 possible ones';
comment on column mart.mart_attendance_la.auth_other_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.unauth_hol_perc is 'Sessions of absence for holidays not agreed by the school (code G) per 100 possible ones';
comment on column mart.mart_attendance_la.unauth_hol_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.unauth_oth_perc is 'Sessions of absence for other or unknown circumstances (code O) per 100 possible ones';
comment on column mart.mart_attendance_la.unauth_oth_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.unauth_late_registers_closed_perc is 'Sessions of absence for arriving after the register closed (code U) per 100 possible ones';
comment on column mart.mart_attendance_la.unauth_late_registers_closed_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.unauth_not_yet_perc is 'Sessions of absence for reasons not yet established (code N) per 100 possible ones';
comment on column mart.mart_attendance_la.unauth_not_yet_perc_status is 'ok, or why there is no figure';
comment on column mart.mart_attendance_la.england_rate is 'Published attendance in England in the same period and phase, to stand beside attendance_rate';
comment on column mart.mart_attendance_la.england_rate_status is 'ok; z where none is comparable; x where none is published; else as published';

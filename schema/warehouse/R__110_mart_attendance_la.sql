-- Attendance of the authority.
create or replace table shape.mart_attendance_la (
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
    england_rate double,
    england_rate_status varchar
);
comment on table shape.mart_attendance_la is 'One row per authority, period, phase, topic and group: attendance of pupils aged 5 to 15 of state-funded primary, secondary and special schools, from registers; without pupils aged 15 after the spring bank holiday, as in DfE''s figures; not to be compared with absence from the census, nor with totals of DfE over phases';
comment on column shape.mart_attendance_la.la_code is 'Code of the local authority';
comment on column shape.mart_attendance_la.la_name is 'Name of the local authority';
comment on column shape.mart_attendance_la.time_period is 'Academic year, 202425; of a week the calendar year, 2024';
comment on column shape.mart_attendance_la.time_identifier is 'Academic year, Autumn term, Autumn half term 1 and so on, Week 37';
comment on column shape.mart_attendance_la.as_at_date is 'Last day of the period with a mark';
comment on column shape.mart_attendance_la.preferred_source is 'marks';
comment on column shape.mart_attendance_la.data_status is 'year_to_date while the period runs; provisional for thirty days, in which registers are still sent again; then final';
comment on column shape.mart_attendance_la.week_commencing is 'Monday of a week; null for longer periods';
comment on column shape.mart_attendance_la.education_phase is 'Total, Primary, Secondary or Special';
comment on column shape.mart_attendance_la.breakdown_topic is 'Total, Sex, SEN provision, SEN primary need, Ethnicity major, Ethnicity minor, FSM, Year group or EAL';
comment on column shape.mart_attendance_la.breakdown is 'Group within the topic';
comment on column shape.mart_attendance_la.england_rate is 'Published attendance in England in the same period and phase, to stand beside attendance_rate';
comment on column shape.mart_attendance_la.england_rate_status is 'ok; z where none is comparable; x where none is published; else as published';

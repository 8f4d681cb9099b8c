-- Attendance of schools.
create or replace table shape.mart_attendance_school (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    week_commencing date,
    laestab integer,
    urn integer,
    school_name varchar,
    education_phase varchar,
    breakdown_topic varchar,
    breakdown varchar,
    england_rate double,
    england_rate_status varchar
);
comment on table shape.mart_attendance_school is 'One row per school, period, topic and group: attendance of pupils aged 5 to 15 as the school''s registers tell it; not to be compared with absence from the census';
comment on column shape.mart_attendance_school.la_code is 'Code of the local authority';
comment on column shape.mart_attendance_school.la_name is 'Name of the local authority';
comment on column shape.mart_attendance_school.time_period is 'Academic year, 202425; of a week the calendar year, 2024';
comment on column shape.mart_attendance_school.time_identifier is 'Academic year, Autumn term, Autumn half term 1 and so on, Week 37';
comment on column shape.mart_attendance_school.as_at_date is 'Last day of the period with a mark of the school';
comment on column shape.mart_attendance_school.preferred_source is 'marks';
comment on column shape.mart_attendance_school.data_status is 'year_to_date while the period runs; provisional for thirty days, in which registers are still sent again; then final';
comment on column shape.mart_attendance_school.week_commencing is 'Monday of a week; null for longer periods';
comment on column shape.mart_attendance_school.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.mart_attendance_school.urn is 'Unique reference number of the establishment open on that day';
comment on column shape.mart_attendance_school.school_name is 'Its name';
comment on column shape.mart_attendance_school.education_phase is 'Primary, Secondary or Special';
comment on column shape.mart_attendance_school.breakdown_topic is 'Total; of the year also Sex, SEN provision, SEN primary need, Ethnicity major, Ethnicity minor, FSM, Year group and EAL';
comment on column shape.mart_attendance_school.breakdown is 'Group within the topic';
comment on column shape.mart_attendance_school.england_rate is 'Published attendance in England in the same period and phase, to stand beside attendance_rate';
comment on column shape.mart_attendance_school.england_rate_status is 'ok; z where none is comparable; x where none is published; else as published';

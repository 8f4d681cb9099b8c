-- Attendance of pupils with emotionally based school non-attendance.
create or replace table shape.mart_ebsna_attendance (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    cohort varchar,
    provision_code varchar,
    provision_name varchar
);
comment on table shape.mart_ebsna_attendance is 'One row per authority, period, cohort and provision: attendance of pupils of the EBSNA register once support has started. EBSNA has no statutory attendance code: the register alone identifies the pupils, and no mix of codes does';
comment on column shape.mart_ebsna_attendance.la_code is 'Code of the local authority';
comment on column shape.mart_ebsna_attendance.la_name is 'Name of the local authority';
comment on column shape.mart_ebsna_attendance.time_period is 'Academic year, 202425';
comment on column shape.mart_ebsna_attendance.time_identifier is 'Academic year, or Autumn half term 1 and so on';
comment on column shape.mart_ebsna_attendance.as_at_date is 'Last day of the period with a mark of these pupils';
comment on column shape.mart_ebsna_attendance.preferred_source is 'marks';
comment on column shape.mart_ebsna_attendance.data_status is 'year_to_date while the period runs; provisional for thirty days, in which registers are still sent again; then final';
comment on column shape.mart_ebsna_attendance.cohort is 'Total, or the academic year in which support started';
comment on column shape.mart_ebsna_attendance.provision_code is 'Total, or the provision that supports; None where the register names none';
comment on column shape.mart_ebsna_attendance.provision_name is 'Its name today';

-- Attendance codes.
create or replace table core.dim_attendance_code (
    attendance_code_key bigint,
    attendance_code varchar,
    label varchar,
    statistical_class varchar,
    is_possible boolean,
    is_attending boolean,
    is_absence boolean,
    is_authorised boolean,
    is_unauthorised boolean,
    valid_from date,
    valid_to date
);
comment on table core.dim_attendance_code is 'One row per attendance code and period in which it meant this, and one for unknown';
comment on column core.dim_attendance_code.attendance_code_key is 'Key of the code; -1 unknown';
comment on column core.dim_attendance_code.attendance_code is 'Code, as registers write it';
comment on column core.dim_attendance_code.label is 'What it means';
comment on column core.dim_attendance_code.statistical_class is 'PRESENT, AEA, AUTHORISED, UNAUTHORISED or NOT_POSSIBLE';
comment on column core.dim_attendance_code.is_possible is 'Whether the session counts as possible';
comment on column core.dim_attendance_code.is_attending is 'Present, or at an approved educational activity';
comment on column core.dim_attendance_code.is_absence is 'Authorised or unauthorised absence';
comment on column core.dim_attendance_code.is_authorised is 'Authorised absence';
comment on column core.dim_attendance_code.is_unauthorised is 'Unauthorised absence';
comment on column core.dim_attendance_code.valid_from is 'First day on which it means this';
comment on column core.dim_attendance_code.valid_to is 'Last day on which it may be used; a stray mark after it still counts as this';

-- Code sets of the returns that models read; the build fills each from config/reference/<table>.csv.
create or replace table config.exclusion_category (
    code varchar,
    label varchar,
    counts_in_published boolean,
    valid_from date,
    valid_to date
);
comment on table config.exclusion_category is 'One row per category of exclusion';
comment on column config.exclusion_category.code is 'Code, as the returns write it';
comment on column config.exclusion_category.label is 'What the code means';
comment on column config.exclusion_category.counts_in_published is 'Whether published totals count it';
comment on column config.exclusion_category.valid_from is 'First day on which the code may be used; null when always';
comment on column config.exclusion_category.valid_to is 'Last day on which the code may be used; null while it may';

create or replace table config.exclusion_outcome (
    code varchar,
    label varchar,
    counts boolean
);
comment on table config.exclusion_outcome is 'One row per outcome of an exclusion';
comment on column config.exclusion_outcome.code is 'Code, as the returns write it';
comment on column config.exclusion_outcome.label is 'What the code means';
comment on column config.exclusion_outcome.counts is 'Whether an exclusion with this outcome counts';

create or replace table config.exclusion_reason (
    code varchar,
    label varchar,
    parent varchar,
    valid_from date,
    valid_to date
);
comment on table config.exclusion_reason is 'One row per reason for an exclusion';
comment on column config.exclusion_reason.code is 'Code, as the returns write it';
comment on column config.exclusion_reason.label is 'What the code means';
comment on column config.exclusion_reason.parent is 'The older reason that a finer one belongs to';
comment on column config.exclusion_reason.valid_from is 'First day on which the code may be used; null when always';
comment on column config.exclusion_reason.valid_to is 'Last day on which the code may be used; null while it may';

create or replace table config.attendance_code (
    code varchar,
    label varchar,
    statistical_class varchar,
    valid_from date,
    valid_to date
);
comment on table config.attendance_code is 'One row per attendance code and period in which it meant this';
comment on column config.attendance_code.code is 'Code, as the returns write it';
comment on column config.attendance_code.label is 'What the code means';
comment on column config.attendance_code.statistical_class is 'PRESENT, AEA, AUTHORISED, UNAUTHORISED or NOT_POSSIBLE';
comment on column config.attendance_code.valid_from is 'First day on which the code may be used; null when always';
comment on column config.attendance_code.valid_to is 'Last day on which the code may be used; null while it may';

create or replace table config.ethnicity (
    code varchar,
    label varchar,
    ethnicity_minor varchar,
    ethnicity_major varchar,
    valid_from date,
    valid_to date
);
comment on table config.ethnicity is 'One row per extended ethnicity code';
comment on column config.ethnicity.code is 'Code, as the returns write it';
comment on column config.ethnicity.label is 'What the code means';
comment on column config.ethnicity.ethnicity_minor is 'Minor group, in the words of EES';
comment on column config.ethnicity.ethnicity_major is 'Major group, in the words of EES';
comment on column config.ethnicity.valid_from is 'First day on which the code may be used; null when always';
comment on column config.ethnicity.valid_to is 'Last day on which the code may be used; null while it may';

create or replace table config.sen_type (
    code varchar,
    label varchar,
    valid_from date,
    valid_to date
);
comment on table config.sen_type is 'One row per type of special educational need';
comment on column config.sen_type.code is 'Code, as the returns write it';
comment on column config.sen_type.label is 'What the code means';
comment on column config.sen_type.valid_from is 'First day on which the code may be used; null when always';
comment on column config.sen_type.valid_to is 'Last day on which the code may be used; null while it may';

create or replace table config.sen_provision (
    code varchar,
    label varchar,
    ees_label varchar,
    valid_from date,
    valid_to date
);
comment on table config.sen_provision is 'One row per kind of SEN provision';
comment on column config.sen_provision.code is 'Code, as the returns write it';
comment on column config.sen_provision.label is 'What the code means';
comment on column config.sen_provision.ees_label is 'What EES calls it';
comment on column config.sen_provision.valid_from is 'First day on which the code may be used; null when always';
comment on column config.sen_provision.valid_to is 'Last day on which the code may be used; null while it may';

create or replace table config.ncyear (
    code varchar,
    label varchar,
    key_stage varchar,
    sort integer
);
comment on table config.ncyear is 'One row per national curriculum year';
comment on column config.ncyear.code is 'Code, as the returns write it';
comment on column config.ncyear.label is 'What the code means';
comment on column config.ncyear.key_stage is 'Key stage that the year belongs to';
comment on column config.ncyear.sort is 'Order of the years';

create or replace table config.language (
    code varchar,
    label varchar,
    language_group varchar,
    valid_from date,
    valid_to date
);
comment on table config.language is 'One row per language code';
comment on column config.language.code is 'Code, as the returns write it';
comment on column config.language.label is 'What the code means';
comment on column config.language.language_group is 'English, EAL or Unknown';
comment on column config.language.valid_from is 'First day on which the code may be used; null when always';
comment on column config.language.valid_to is 'Last day on which the code may be used; null while it may';

create or replace table config.enrol_status (
    code varchar,
    label varchar,
    counts_in_headcount boolean,
    valid_from date,
    valid_to date
);
comment on table config.enrol_status is 'One row per enrolment status';
comment on column config.enrol_status.code is 'Code, as the returns write it';
comment on column config.enrol_status.label is 'What the code means';
comment on column config.enrol_status.counts_in_headcount is 'Whether a pupil of this status counts in the headcount of the school';
comment on column config.enrol_status.valid_from is 'First day on which the code may be used; null when always';
comment on column config.enrol_status.valid_to is 'Last day on which the code may be used; null while it may';

-- Code sets and settings that models read; the build fills each from config/reference/<table>.csv, settings from config/application.yml.
create or replace table config.setting (
    name varchar,
    value varchar
);
comment on table config.setting is 'One row per setting that models read';
comment on column config.setting.name is 'Name of the setting';
comment on column config.setting.value is 'Its value, as text';

create or replace table config.local_authority (
    old_la_code integer,
    new_la_code varchar,
    la_name varchar,
    region_code varchar,
    region_name varchar
);
comment on table config.local_authority is 'One row per local authority, today''s and former ones';
comment on column config.local_authority.old_la_code is 'Code of three digits, as LAESTABs begin with';
comment on column config.local_authority.new_la_code is 'ONS code';
comment on column config.local_authority.la_name is 'Name';
comment on column config.local_authority.region_code is 'ONS code of the region';
comment on column config.local_authority.region_name is 'Name of the region';

create or replace table config.former_la_code (
    new_la_code varchar,
    old_la_code integer,
    valid_from date,
    valid_to date
);
comment on table config.former_la_code is 'One row per ONS code that an authority has had before today''s';
comment on column config.former_la_code.new_la_code is 'ONS code that is no longer given';
comment on column config.former_la_code.old_la_code is 'Code of three digits of the authority, which it has kept';
comment on column config.former_la_code.valid_from is 'First day of the code, or of ONS''s list of codes';
comment on column config.former_la_code.valid_to is 'Last day of the code';

create or replace table config.statistical_neighbour (
    la_code integer,
    sn_version varchar,
    neighbour_la_code integer,
    rank integer,
    closeness varchar
);
comment on table config.statistical_neighbour is 'One row per authority, version of the neighbour set and neighbour';
comment on column config.statistical_neighbour.la_code is 'The authority';
comment on column config.statistical_neighbour.sn_version is 'Version of the set, by the month in which it was published';
comment on column config.statistical_neighbour.neighbour_la_code is 'The neighbour';
comment on column config.statistical_neighbour.rank is '1 is the nearest';
comment on column config.statistical_neighbour.closeness is 'How close the two are, in words';

create or replace table config.bank_holiday (
    date date,
    title varchar
);
comment on table config.bank_holiday is 'One row per bank holiday in England';
comment on column config.bank_holiday.date is 'The day';
comment on column config.bank_holiday.title is 'Its name';

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

create or replace table config.neighbourhood (
    la_code integer,
    code varchar,
    label varchar
);
comment on table config.neighbourhood is 'One row per neighbourhood of an authority';
comment on column config.neighbourhood.la_code is 'The authority';
comment on column config.neighbourhood.code is 'Code, as the returns write it';
comment on column config.neighbourhood.label is 'What the code means';

create or replace table config.census (
    code varchar,
    academic_year integer,
    census_term varchar,
    reference_date date,
    attendance_from date,
    attendance_to date,
    attendance_days integer,
    second_attendance_from date,
    second_attendance_to date,
    second_attendance_days integer,
    exclusion_from date,
    exclusion_to date
);
comment on table config.census is 'One row per school census and the windows that it asks about';
comment on column config.census.code is 'Academic year and term, 202425-SPR';
comment on column config.census.academic_year is 'Academic year of the census';
comment on column config.census.census_term is 'AUT, SPR or SUM';
comment on column config.census.reference_date is 'Census day';
comment on column config.census.attendance_from is 'First day of the attendance that it returns';
comment on column config.census.attendance_to is 'Last day of it';
comment on column config.census.attendance_days is 'Days of the window';
comment on column config.census.second_attendance_from is 'First day of the second half of the summer term, which the autumn census returns apart';
comment on column config.census.second_attendance_to is 'Last day of it';
comment on column config.census.second_attendance_days is 'Days of that window';
comment on column config.census.exclusion_from is 'First start date of the exclusions that it returns';
comment on column config.census.exclusion_to is 'Last start date of them';

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

create or replace table config.exclusion_outcome (
    code varchar,
    label varchar,
    counts boolean
);
comment on table config.exclusion_outcome is 'One row per outcome of an exclusion';
comment on column config.exclusion_outcome.code is 'Code, as the returns write it';
comment on column config.exclusion_outcome.label is 'What the code means';
comment on column config.exclusion_outcome.counts is 'Whether an exclusion with this outcome counts';

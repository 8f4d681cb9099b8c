-- Settings, places and the calendar that models read; the build fills each from config/reference/<table>.csv, settings from config/application.yml.
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

create or replace table config.lait_measure (
    code varchar,
    dataset varchar,
    measure varchar,
    school_type varchar,
    period varchar
);
comment on table config.lait_measure is 'One row per measure of the Local Authority Interactive Tool of which more is known than its code';
comment on column config.lait_measure.code is 'Code of the measure in the tool';
comment on column config.lait_measure.dataset is 'Data set of Explore education statistics in which the same figure is published; null where it is in none';
comment on column config.lait_measure.measure is 'Name of the measure there';
comment on column config.lait_measure.school_type is 'Type of schools that it is of';
comment on column config.lait_measure.period is 'What its years are: ACADEMIC, FINANCIAL, or YEAR_ENDING for an academic year named by its end';

create or replace table config.bank_holiday (
    date date,
    title varchar
);
comment on table config.bank_holiday is 'One row per bank holiday in England';
comment on column config.bank_holiday.date is 'The day';
comment on column config.bank_holiday.title is 'Its name';

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

create or replace table config.half_term (
    code varchar,
    time_identifier varchar
);
comment on table config.half_term is 'Half terms';
comment on column config.half_term.code is 'AUT1, AUT2, SPR1, SPR2, SUM1 or SUM2';
comment on column config.half_term.time_identifier is 'The period in the words of figures: Autumn half term 1';

create or replace table config.return_cadence (
    return_name varchar,
    title varchar,
    kind varchar,
    every varchar,
    due_after_days integer,
    owed_by varchar,
    is_optional boolean
);
comment on table config.return_cadence is 'One row per return: when it is owed, and by whom';
comment on column config.return_cadence.return_name is 'The return';
comment on column config.return_cadence.title is 'Its title';
comment on column config.return_cadence.kind is 'PART, EVENTS, FULL or SNAPSHOT: what a later submission replaces';
comment on column config.return_cadence.every is 'The stretch of time of which it tells: school day, week, month, quarter, census, term, academic year or financial year';
comment on column config.return_cadence.due_after_days is 'Days behind the last day of that stretch up to which it is on time';
comment on column config.return_cadence.owed_by is 'AUTHORITY, SCHOOL, MAINTAINED_SCHOOL or BEHAVIOUR_PROVISION';
comment on column config.return_cadence.is_optional is 'Whether nothing is owed until it has come once';

create or replace table config.return_scope (
    return_name varchar,
    column_name varchar,
    position integer
);
comment on table config.return_scope is 'One row per return and column that names what a later submission of it replaces';
comment on column config.return_scope.return_name is 'The return';
comment on column config.return_scope.column_name is 'The column';
comment on column config.return_scope.position is 'Place of its value in a scope, from 1';

create or replace table config.build_rule (
    rule varchar,
    severity varchar,
    message varchar,
    why varchar,
    fix varchar
);
comment on table config.build_rule is 'One row per rule of config/rules that the build judges, as it needs another return, another school or a total';
comment on column config.build_rule.rule is 'Its code';
comment on column config.build_rule.severity is 'query or warning: no row is changed by it';
comment on column config.build_rule.message is 'What it asks about';
comment on column config.build_rule.why is 'Why it matters';
comment on column config.build_rule.fix is 'What its sender does about it';

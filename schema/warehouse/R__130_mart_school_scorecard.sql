-- Schools of the authority, one by one.
create or replace table shape.mart_school_scorecard (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    rows_rejected_pct double,
    laestab integer,
    urn integer,
    school_name varchar,
    education_phase varchar,
    phase_type_grouping varchar,
    neighbourhood varchar,
    charter_signed boolean,
    charter_signed_status varchar,
    policy_change_date date,
    policy_change_date_status varchar,
    inclusion_plan boolean,
    inclusion_plan_status varchar
);
comment on table shape.mart_school_scorecard is 'One row per LAESTAB of a state-funded school and academic year: what the year''s returns tell of it';
comment on column shape.mart_school_scorecard.la_code is 'Code of the local authority';
comment on column shape.mart_school_scorecard.la_name is 'Name of the local authority';
comment on column shape.mart_school_scorecard.time_period is 'Academic year, 202425';
comment on column shape.mart_school_scorecard.time_identifier is 'Academic year';
comment on column shape.mart_school_scorecard.as_at_date is 'End of the year, or the as-of while it runs';
comment on column shape.mart_school_scorecard.preferred_source is 'Of exclusions: census where it counts for every term of the school, else notices';
comment on column shape.mart_school_scorecard.data_status is 'Of exclusions: year_to_date while the year runs, then final or provisional';
comment on column shape.mart_school_scorecard.rows_rejected_pct is 'Rows rejected of 100 in the census returns that the roll stands on';
comment on column shape.mart_school_scorecard.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.mart_school_scorecard.urn is 'Unique reference number of the establishment open at the end of the year';
comment on column shape.mart_school_scorecard.school_name is 'Its name';
comment on column shape.mart_school_scorecard.education_phase is 'Primary, Secondary, Special or Alternative provision';
comment on column shape.mart_school_scorecard.phase_type_grouping is 'Kind of school in the words of EES';
comment on column shape.mart_school_scorecard.neighbourhood is 'Neighbourhood of the authority';
comment on column shape.mart_school_scorecard.charter_signed is 'Whether the school had signed the charter by the end of the year, or by the as-of';
comment on column shape.mart_school_scorecard.charter_signed_status is 'ok; x where no register of policy events has come';
comment on column shape.mart_school_scorecard.policy_change_date is 'Day of the school''s last change of policy up to the end of the year, or to the as-of';
comment on column shape.mart_school_scorecard.policy_change_date_status is 'ok; z where there was none; x where no register of policy events has come';
comment on column shape.mart_school_scorecard.inclusion_plan is 'Whether an inclusion plan of the school had come by the end of the year, or by the as-of';
comment on column shape.mart_school_scorecard.inclusion_plan_status is 'ok; x where the register of documents tells of no school''s plan by then';

create or replace table mart.mart_school_scorecard_measure (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    laestab integer,
    urn integer,
    school_name varchar,
    education_phase varchar,
    measure_code varchar,
    measure_name varchar,
    unit varchar,
    polarity varchar,
    value double,
    value_status varchar,
    la_value double,
    la_value_status varchar,
    national_value double,
    national_value_status varchar,
    quartile_in_la integer,
    quartile_in_la_status varchar,
    rag varchar,
    la_count integer
);
comment on table mart.mart_school_scorecard_measure is 'One row per school, academic year and measure: the school beside the authority''s schools of its phase and England''s';
comment on column mart.mart_school_scorecard_measure.la_code is 'Code of the local authority';
comment on column mart.mart_school_scorecard_measure.la_name is 'Name of the local authority';
comment on column mart.mart_school_scorecard_measure.time_period is 'Academic year, 202425';
comment on column mart.mart_school_scorecard_measure.time_identifier is 'Academic year';
comment on column mart.mart_school_scorecard_measure.as_at_date is 'End of the year, or the as-of while it runs';
comment on column mart.mart_school_scorecard_measure.preferred_source is 'Of exclusions: census where it counts for every term of the school, else notices';
comment on column mart.mart_school_scorecard_measure.data_status is 'Of exclusions: year_to_date while the year runs, then final or provisional';
comment on column mart.mart_school_scorecard_measure.laestab is 'DfE number of the school: LA code and establishment number';
comment on column mart.mart_school_scorecard_measure.urn is 'Unique reference number of the establishment open at the end of the year';
comment on column mart.mart_school_scorecard_measure.school_name is 'Its name';
comment on column mart.mart_school_scorecard_measure.education_phase is 'Primary, Secondary, Special or Alternative provision';
comment on column mart.mart_school_scorecard_measure.measure_code is 'Code of the measure';
comment on column mart.mart_school_scorecard_measure.measure_name is 'Its name';
comment on column mart.mart_school_scorecard_measure.unit is 'Unit of the figures';
comment on column mart.mart_school_scorecard_measure.polarity is 'LOW: lower is better; HIGH: higher is better; NONE: it only describes';
comment on column mart.mart_school_scorecard_measure.value is 'The school''s figure';
comment on column mart.mart_school_scorecard_measure.value_status is 'As in the scorecard: ok, z or x';
comment on column mart.mart_school_scorecard_measure.la_value is 'The same of the authority''s schools of the phase together; of a count their total';
comment on column mart.mart_school_scorecard_measure.la_value_status is 'ok; x where there is none';
comment on column mart.mart_school_scorecard_measure.national_value is 'Published figure for England in the phase';
comment on column mart.mart_school_scorecard_measure.national_value_status is 'ok; z where nothing published is comparable; x where it is not there; else as published';
comment on column mart.mart_school_scorecard_measure.quartile_in_la is '1 to 4 among the authority''s schools of the phase: 1 the best quarter where the measure has a better side, else the lowest';
comment on column mart.mart_school_scorecard_measure.quartile_in_la_status is 'ok; z where fewer than four schools have a figure; else why the school has none';
comment on column mart.mart_school_scorecard_measure.rag is 'green: at least as good as the schools of the phase together; red: worse, and in the last quartile; amber: between; null for counts, and where no side is better';
comment on column mart.mart_school_scorecard_measure.la_count is 'Number of pupils, enrolments, events, staff or rows that la_value tells of, in the authority''s schools of the phase';

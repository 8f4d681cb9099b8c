-- Groups of pupils beside all pupils.
create or replace table shape.mart_exclusions_cohort (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    geographic_level varchar,
    neighbourhood varchar,
    breakdown_topic varchar,
    breakdown varchar,
    relative_rate double,
    relative_rate_status varchar,
    gap_pp double,
    gap_pp_status varchar,
    perm_relative_rate double,
    perm_relative_rate_status varchar,
    perm_gap_pp double,
    perm_gap_pp_status varchar,
    england_rate double,
    england_rate_status varchar,
    england_relative_rate double,
    england_relative_rate_status varchar,
    perm_england_rate double,
    perm_england_rate_status varchar,
    perm_england_relative_rate double,
    perm_england_relative_rate_status varchar
);
comment on table shape.mart_exclusions_cohort is 'One row per authority or neighbourhood, academic year, topic and group of pupils: its rates beside those of all pupils there';
comment on column shape.mart_exclusions_cohort.la_code is 'Code of the local authority';
comment on column shape.mart_exclusions_cohort.la_name is 'Name of the local authority';
comment on column shape.mart_exclusions_cohort.time_period is 'Academic year, 202425';
comment on column shape.mart_exclusions_cohort.time_identifier is 'Academic year';
comment on column shape.mart_exclusions_cohort.as_at_date is 'Day up to which the figures know';
comment on column shape.mart_exclusions_cohort.preferred_source is 'census where it counts for every school and term of the period, else notices';
comment on column shape.mart_exclusions_cohort.data_status is 'final, provisional or year_to_date';
comment on column shape.mart_exclusions_cohort.geographic_level is 'Local authority, or Neighbourhood of the school';
comment on column shape.mart_exclusions_cohort.neighbourhood is 'Neighbourhood of the schools; null of the authority';
comment on column shape.mart_exclusions_cohort.breakdown_topic is 'Total, Sex, SEN provision, SEN primary need, Ethnicity major, Ethnicity minor, FSM, Year group, EAL, Looked after, or Sex and SEN provision';
comment on column shape.mart_exclusions_cohort.breakdown is 'Group within the topic';
comment on column shape.mart_exclusions_cohort.relative_rate is 'Suspension rate of the group over that of all pupils of the same area and year';
comment on column shape.mart_exclusions_cohort.relative_rate_status is 'ok; z where there is nothing to compare; x where nobody has told';
comment on column shape.mart_exclusions_cohort.gap_pp is 'Suspension rate of the group less that of all pupils, in percentage points';
comment on column shape.mart_exclusions_cohort.gap_pp_status is 'ok; z where there is nothing to compare; x where nobody has told';
comment on column shape.mart_exclusions_cohort.perm_relative_rate is 'Permanent exclusion rate of the group over that of all pupils of the same area and year';
comment on column shape.mart_exclusions_cohort.perm_relative_rate_status is 'ok; z where there is nothing to compare; x where nobody has told';
comment on column shape.mart_exclusions_cohort.perm_gap_pp is 'Permanent exclusion rate of the group less that of all pupils, in percentage points';
comment on column shape.mart_exclusions_cohort.perm_gap_pp_status is 'ok; z where there is nothing to compare; x where nobody has told';
comment on column shape.mart_exclusions_cohort.england_rate is 'Suspension rate that DfE publishes of the group of England';
comment on column shape.mart_exclusions_cohort.england_rate_status is 'ok, or as published; x where England has no figure of the group, z of a neighbourhood';
comment on column shape.mart_exclusions_cohort.england_relative_rate is 'The same over that of all pupils of England';
comment on column shape.mart_exclusions_cohort.england_relative_rate_status is 'ok, or as published; x where England has no figure of the group, z of a neighbourhood';
comment on column shape.mart_exclusions_cohort.perm_england_rate is 'Permanent exclusion rate that DfE publishes of the group of England';
comment on column shape.mart_exclusions_cohort.perm_england_rate_status is 'ok, or as published; x where England has no figure of the group, z of a neighbourhood';
comment on column shape.mart_exclusions_cohort.perm_england_relative_rate is 'The same over that of all pupils of England';
comment on column shape.mart_exclusions_cohort.perm_england_relative_rate_status is 'ok, or as published; x where England has no figure of the group, z of a neighbourhood';

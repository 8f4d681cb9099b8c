-- Returns to mainstream schools.
create or replace table shape.mart_reintegration (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    cohort varchar,
    cohort_name varchar,
    breakdown_topic varchar,
    breakdown varchar,
    median_days integer,
    median_days_status varchar
);
comment on table shape.mart_reintegration is 'One row per cohort, academic year in which its cases began, and all pupils, a band of year groups or a group: who came back to a mainstream school';
comment on column shape.mart_reintegration.la_code is 'Code of the local authority';
comment on column shape.mart_reintegration.la_name is 'Name of the local authority';
comment on column shape.mart_reintegration.time_period is 'Academic year in which the cases began, 202425';
comment on column shape.mart_reintegration.time_identifier is 'Academic year';
comment on column shape.mart_reintegration.as_at_date is 'Day of the as-of';
comment on column shape.mart_reintegration.preferred_source is 'registers: notices, placements, movements and censuses';
comment on column shape.mart_reintegration.data_status is 'year_to_date while the year runs; provisional until a window of 365 days has closed for each of its cases; then final';
comment on column shape.mart_reintegration.cohort is 'EXCLUDED, IN_AP, AT_RISK or MANAGED_MOVE; cohorts overlap';
comment on column shape.mart_reintegration.cohort_name is 'Its name';
comment on column shape.mart_reintegration.breakdown_topic is 'Total, Year band, Sex, SEN provision, FSM or Ethnicity major, as in the term in which a case began';
comment on column shape.mart_reintegration.breakdown is 'Group within the topic';
comment on column shape.mart_reintegration.median_days is 'School days from the first day of the case to the return that at least half of those that returned did not exceed';
comment on column shape.mart_reintegration.median_days_status is 'ok; z where none returned, and of groups';

-- Reasons of suspensions and permanent exclusions of the authority.
create or replace table shape.mart_exclusion_reason (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    phase_type_grouping varchar,
    reason_code varchar,
    reason varchar,
    reason_group varchar
);
comment on table shape.mart_exclusion_reason is 'One row per authority, period, kind of school and reason: how often it was given for suspensions and permanent exclusions';
comment on column shape.mart_exclusion_reason.la_code is 'Code of the local authority';
comment on column shape.mart_exclusion_reason.la_name is 'Name of the local authority';
comment on column shape.mart_exclusion_reason.time_period is 'Academic year, 202425';
comment on column shape.mart_exclusion_reason.time_identifier is 'Academic year, Autumn term, Spring term or Summer term';
comment on column shape.mart_exclusion_reason.as_at_date is 'Day up to which the figures know';
comment on column shape.mart_exclusion_reason.preferred_source is 'census where it counts for every school and term of the period, else notices';
comment on column shape.mart_exclusion_reason.data_status is 'final, provisional or year_to_date';
comment on column shape.mart_exclusion_reason.phase_type_grouping is 'Total, or kind of school in the words of EES';
comment on column shape.mart_exclusion_reason.reason_code is 'Total, or code of the reason that stands among those that could be given in the period';
comment on column shape.mart_exclusion_reason.reason is 'What the code stands for';
comment on column shape.mart_exclusion_reason.reason_group is 'Code of the reason that it was part of before September 2026, or its own';

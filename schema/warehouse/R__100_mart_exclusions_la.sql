-- Suspensions and permanent exclusions of the authority.
create or replace table shape.mart_exclusions_la (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    rows_rejected_pct double,
    phase_type_grouping varchar,
    breakdown_topic varchar,
    breakdown varchar,
    denominator_status varchar
);
comment on table shape.mart_exclusions_la is 'One row per authority, period, kind of school, topic and group: suspensions and permanent exclusions';
comment on column shape.mart_exclusions_la.la_code is 'Code of the local authority';
comment on column shape.mart_exclusions_la.la_name is 'Name of the local authority';
comment on column shape.mart_exclusions_la.time_period is 'Academic year, 202425';
comment on column shape.mart_exclusions_la.time_identifier is 'Academic year, Autumn term, Spring term or Summer term';
comment on column shape.mart_exclusions_la.as_at_date is 'Day up to which the figures know';
comment on column shape.mart_exclusions_la.preferred_source is 'census where it counts for every school and term of the period, else notices';
comment on column shape.mart_exclusions_la.data_status is 'final, provisional or year_to_date';
comment on column shape.mart_exclusions_la.rows_rejected_pct is 'Rows rejected of 100 in the census returns that the headcount stands on';
comment on column shape.mart_exclusions_la.phase_type_grouping is 'Total, or kind of school in the words of EES';
comment on column shape.mart_exclusions_la.breakdown_topic is 'Total, Sex, SEN provision, SEN primary need, Ethnicity major, Ethnicity minor, FSM, Year group or EAL';
comment on column shape.mart_exclusions_la.breakdown is 'Group within the topic';
comment on column shape.mart_exclusions_la.denominator_status is 'final; provisional while a school''s last January stands for this one; none without any';

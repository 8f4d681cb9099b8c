-- Provisions: who is placed in them, how placements begin and end, and what they cost.
create or replace table shape.mart_provision_monitor (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    scope_type varchar,
    scope_code varchar,
    scope_name varchar,
    breakdown_topic varchar,
    breakdown varchar,
    provision_type varchar,
    neighbourhood varchar,
    host_laestab integer,
    key_stages varchar,
    is_registered boolean,
    length_of_stay_median_days integer,
    length_of_stay_median_days_status varchar,
    length_of_stay_p90_days integer,
    length_of_stay_p90_days_status varchar
);
comment on table shape.mart_provision_monitor is 'One row per provision, kind of provision or tier of support, or all of them, and term or academic year; groups of its pupils in years';
comment on column shape.mart_provision_monitor.la_code is 'Code of the local authority';
comment on column shape.mart_provision_monitor.la_name is 'Name of the local authority';
comment on column shape.mart_provision_monitor.time_period is 'Academic year, 202425';
comment on column shape.mart_provision_monitor.time_identifier is 'Academic year, Autumn term, Spring term or Summer term';
comment on column shape.mart_provision_monitor.as_at_date is 'End of the period, or the as-of while it runs';
comment on column shape.mart_provision_monitor.preferred_source is 'placement_register';
comment on column shape.mart_provision_monitor.data_status is 'year_to_date while the period runs; provisional for thirty days; then final';
comment on column shape.mart_provision_monitor.scope_type is 'PROVISION, PROVISION_TYPE, SUPPORT_TIER, or Total for all provisions';
comment on column shape.mart_provision_monitor.scope_code is 'Code of the provision, of its kind or of the tier; Unknown or None where the register says none; Total';
comment on column shape.mart_provision_monitor.scope_name is 'Its name today';
comment on column shape.mart_provision_monitor.breakdown_topic is 'Total; in years also Phase of the home school, Sex, SEN provision, SEN primary need, Ethnicity major or Year group, as in the census of the term in which the placement started';
comment on column shape.mart_provision_monitor.breakdown is 'Group within the topic';
comment on column shape.mart_provision_monitor.provision_type is 'Kind of provision; null of tiers and of all';
comment on column shape.mart_provision_monitor.neighbourhood is 'Code of the neighbourhood of a provision';
comment on column shape.mart_provision_monitor.host_laestab is 'DfE number of the school that hosts a provision';
comment on column shape.mart_provision_monitor.key_stages is 'Key stages that a provision takes, separated by blanks';
comment on column shape.mart_provision_monitor.is_registered is 'Whether a provision is registered as a school';
comment on column shape.mart_provision_monitor.length_of_stay_median_days is 'School days that at least half of the placements that ended in the period did not exceed';
comment on column shape.mart_provision_monitor.length_of_stay_median_days_status is 'ok; z where none ended, and of groups';
comment on column shape.mart_provision_monitor.length_of_stay_p90_days is 'School days that at least nine of ten placements that ended in the period did not exceed';
comment on column shape.mart_provision_monitor.length_of_stay_p90_days_status is 'ok; z where none ended, and of groups';

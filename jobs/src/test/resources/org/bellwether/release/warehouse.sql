-- A warehouse of a few rows, with every kind of column that a release meets.
create schema config;
create schema core;
create schema mart;

create table config.local_authority as
select 899 as old_la_code, 'E06000999' as new_la_code, 'Wardown Borough' as la_name, 'E12000006' as region_code,
    'East of England' as region_name;

create table config.measure (measure_code varchar, measure_name varchar, unit varchar, dp integer, valid_to date);
insert into config.measure values
    ('susp_rate', 'Suspension rate', '%', 2, date '9999-12-31'),
    ('susp_rate', 'Fixed period exclusion rate', '%', 2, date '2021-07-31');
create table config.measure_column (measure_code varchar, mart varchar, mart_column varchar);
insert into config.measure_column values ('susp_rate', 'mart_exclusions_la', 'susp_rate');

create table core.dim_school (school_key bigint, laestab integer, school_name varchar, open_date date, la_code integer);
comment on table core.dim_school is 'Schools';
comment on column core.dim_school.school_name is 'Name <as GIAS has it> & no other';
insert into core.dim_school values (1, 8991001, 'Ash "The" Primary', date '1970-09-01', 899), (2, 8994001, 'Beech High', null, 899);

create table core.fact_exclusion (pupil_key bigint, laestab integer, start_date date, category varchar,
    day_count smallint,
    submission_key bigint, source_line integer);
insert into core.fact_exclusion values
    (12, 8994001, date '2025-02-04', 'SUSP', 2, 1, 3), (11, 8994001, date '2025-01-09', 'SUSP', 3, 1, 2);

create table mart.mart_exclusions_la (
    la_code integer, la_name varchar, time_period integer, time_identifier varchar, as_at_date date,
    breakdown_topic varchar, breakdown varchar,
    headcount bigint, headcount_status varchar, suspension bigint, suspension_status varchar,
    susp_rate double, susp_rate_status varchar, days_lost_exact decimal(14, 1), days_lost_exact_status varchar,
    yoy_change_pct double, yoy_change_pct_status varchar);
comment on table mart.mart_exclusions_la is 'Suspensions of the LA''s pupils';
comment on column mart.mart_exclusions_la.suspension is 'Number of suspensions';
insert into mart.mart_exclusions_la values
    (899, 'Wardown Borough', 202425, 'Academic year', date '2026-05-01', 'Total', 'Total',
        300, 'ok', 3, 'ok', 1.0, 'ok', 4.5, 'ok', -25.0, 'ok'),
    (899, 'Wardown Borough', 202425, 'Academic year', date '2026-05-01', 'Sex', 'Male',
        150, 'ok', 3, 'ok', 2.0, 'ok', 4.5, 'ok', -50.0, 'ok'),
    (899, 'Wardown Borough', 202425, 'Academic year', date '2026-05-01', 'Sex', 'Female',
        150, 'ok', 0, 'ok', 0.0, 'ok', 0.0, 'ok', null, 'z'),
    (899, 'Wardown Borough', 202324, 'Academic year', date '2026-05-01', 'Sex', 'Male',
        140, 'ok', 6, 'ok', 100.0 * 6 / 140, 'ok', 9.0, 'ok', null, 'x');

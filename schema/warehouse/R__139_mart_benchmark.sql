-- The authority beside others.
create or replace table mart.mart_benchmark (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    education_phase varchar,
    measure_code varchar,
    measure_name varchar,
    unit varchar,
    polarity varchar,
    la_value double,
    la_value_status varchar,
    la_published double,
    la_published_status varchar,
    region double,
    region_status varchar,
    england double,
    england_status varchar,
    sn_mean double,
    sn_mean_status varchar,
    sn_count integer,
    sn_rank integer,
    sn_rank_status varchar,
    gap_pp double,
    gap_pp_status varchar
);
comment on table mart.mart_benchmark is 'One row per measure, phase, and year or term: the authority''s figure beside its region, England and its statistical neighbours';
comment on column mart.mart_benchmark.la_code is 'Code of the local authority';
comment on column mart.mart_benchmark.la_name is 'Name of the local authority';
comment on column mart.mart_benchmark.time_period is 'Academic year, 202425';
comment on column mart.mart_benchmark.time_identifier is 'Academic year, Autumn term, Spring term or Summer term';
comment on column mart.mart_benchmark.as_at_date is 'Day up to which the authority''s own figure knows';
comment on column mart.mart_benchmark.preferred_source is 'Source of the authority''s own figure; null where it has none';
comment on column mart.mart_benchmark.data_status is 'Of the authority''s own figure: final, provisional or year_to_date; null where it has none';
comment on column mart.mart_benchmark.education_phase is 'Total, Primary, Secondary, Special or Alternative provision';
comment on column mart.mart_benchmark.measure_code is 'Code of the measure';
comment on column mart.mart_benchmark.measure_name is 'Its name';
comment on column mart.mart_benchmark.unit is 'Unit of the figures';
comment on column mart.mart_benchmark.polarity is 'LOW: lower is better; HIGH: higher is better; NONE: it only describes';
comment on column mart.mart_benchmark.la_value is 'The authority''s own figure';
comment on column mart.mart_benchmark.la_value_status is 'ok; z where it does not apply; x where nobody has told';
comment on column mart.mart_benchmark.la_published is 'What DfE publishes of the authority';
comment on column mart.mart_benchmark.la_published_status is 'ok, or as published; x where there is none';
comment on column mart.mart_benchmark.region is 'What DfE publishes of its region';
comment on column mart.mart_benchmark.region_status is 'ok, or as published; x where there is none';
comment on column mart.mart_benchmark.england is 'What DfE publishes of England';
comment on column mart.mart_benchmark.england_status is 'ok, or as published; x where there is none';
comment on column mart.mart_benchmark.sn_mean is 'Mean of what DfE publishes of its statistical neighbours';
comment on column mart.mart_benchmark.sn_mean_status is 'ok; x where none has a figure';
comment on column mart.mart_benchmark.sn_count is 'Neighbours that have a figure, of ten';
comment on column mart.mart_benchmark.sn_rank is 'Place of the authority''s published figure among its neighbours'', its own included: 1 the best where the measure has a better side, else the lowest';
comment on column mart.mart_benchmark.sn_rank_status is 'ok; x where the authority or all neighbours lack a figure';
comment on column mart.mart_benchmark.gap_pp is 'The authority''s own figure less England''s, in percentage points';
comment on column mart.mart_benchmark.gap_pp_status is 'ok; z where the two do not reach equally far; else why one is not there';

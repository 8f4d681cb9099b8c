-- Suspensions and permanent exclusions of schools.
create or replace table shape.mart_exclusions_school (
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
    denominator_status varchar,
    rank_in_la integer,
    rank_in_la_status varchar,
    school_rate_iqr double,
    school_rate_iqr_status varchar
);
comment on table shape.mart_exclusions_school is 'One row per school, academic year and year or term of it: suspensions and permanent exclusions, and how notices were given';
comment on column shape.mart_exclusions_school.la_code is 'Code of the local authority';
comment on column shape.mart_exclusions_school.la_name is 'Name of the local authority';
comment on column shape.mart_exclusions_school.time_period is 'Academic year, 202425';
comment on column shape.mart_exclusions_school.time_identifier is 'Academic year, Autumn term, Spring term or Summer term';
comment on column shape.mart_exclusions_school.as_at_date is 'End of the period, or the as-of while it runs';
comment on column shape.mart_exclusions_school.preferred_source is 'census where it counts for every term of the period, else notices';
comment on column shape.mart_exclusions_school.data_status is 'final, provisional or year_to_date';
comment on column shape.mart_exclusions_school.rows_rejected_pct is 'Rows rejected of 100 in the census returns that the roll stands on';
comment on column shape.mart_exclusions_school.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.mart_exclusions_school.urn is 'Unique reference number of the establishment open at the end of the year';
comment on column shape.mart_exclusions_school.school_name is 'Its name';
comment on column shape.mart_exclusions_school.education_phase is 'Primary, Secondary, Special or Alternative provision';
comment on column shape.mart_exclusions_school.phase_type_grouping is 'Kind of school in the words of EES';
comment on column shape.mart_exclusions_school.neighbourhood is 'Neighbourhood of the authority';
comment on column shape.mart_exclusions_school.denominator_status is 'final; provisional while the school''s last January stands for this one; none without any';
comment on column shape.mart_exclusions_school.rank_in_la is 'Place by suspension rate among the authority''s schools of the phase that have one: 1 the lowest; equal rates share a place';
comment on column shape.mart_exclusions_school.rank_in_la_status is 'ok; z where fewer than four schools of the phase have a rate; else why the school has none';
comment on column shape.mart_exclusions_school.school_rate_iqr is 'Percentage points between the lower and the upper quartile of the suspension rates of these schools';
comment on column shape.mart_exclusions_school.school_rate_iqr_status is 'ok; z where fewer than four schools of the phase have a rate';

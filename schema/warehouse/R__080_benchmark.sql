-- Published figures that may stand beside an authority's own.
create or replace table core.fact_benchmark (
    benchmark_key bigint,
    dataset varchar,
    time_period integer,
    time_identifier varchar,
    geographic_level varchar,
    area_code varchar,
    la_code integer,
    school_type varchar,
    phase_type_grouping varchar,
    breakdown_topic varchar,
    breakdown varchar,
    measure varchar,
    value double,
    value_status varchar,
    as_at_date date,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_benchmark is 'One row per published figure: dataset, period, area, type of school, breakdown and measure';
comment on column core.fact_benchmark.benchmark_key is 'Key of the row';
comment on column core.fact_benchmark.dataset is 'Published table, by its header and its filters: pupil_attendance, exclusions, exclusions_by_characteristic';
comment on column core.fact_benchmark.time_period is 'Period as published: 202425, or 2024 for a week or a calendar year';
comment on column core.fact_benchmark.time_identifier is 'Academic year, Autumn term, Week 37 and so on';
comment on column core.fact_benchmark.geographic_level is 'National, Regional, Local authority or School';
comment on column core.fact_benchmark.area_code is 'Code of the country, region or authority (new codes); LAESTAB of a school';
comment on column core.fact_benchmark.la_code is 'Code of the authority (old codes), of figures of an authority';
comment on column core.fact_benchmark.school_type is 'Type or phase of schools, as published';
comment on column core.fact_benchmark.phase_type_grouping is 'The same in one wording: Total, Primary, Secondary, Special or Alternative provision; else as published';
comment on column core.fact_benchmark.breakdown_topic is 'What the figure is broken down by, or Total';
comment on column core.fact_benchmark.breakdown is 'Part of the breakdown, or Total';
comment on column core.fact_benchmark.measure is 'Name of the measure, as files name it today';
comment on column core.fact_benchmark.value is 'The figure as published; null where it is not shown';
comment on column core.fact_benchmark.value_status is 'ok, or why there is no figure: c, z, x, low or u';
comment on column core.fact_benchmark.as_at_date is 'Last day of its term or year, or before that the day on which it was received; null of other periods';
comment on column core.fact_benchmark.submission_key is 'Submission that brought the row';
comment on column core.fact_benchmark.source_line is 'Line of the row in its file, the header being line 1';

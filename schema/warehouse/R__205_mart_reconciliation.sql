-- Exclusions as several sources tell them, side by side.
create or replace table mart.mart_reconciliation (
    la_code integer,
    la_name varchar,
    geographic_level varchar,
    time_period integer,
    time_identifier varchar,
    laestab integer,
    urn integer,
    school_name varchar,
    category varchar,
    census integer,
    notice integer,
    matched integer,
    census_only integer,
    notice_only integer,
    not_collected integer,
    difference integer,
    difference_class varchar,
    late_notice integer,
    lunchtime integer,
    other_category integer,
    left_school integer,
    overturned integer,
    not_found integer,
    match_rate double,
    match_rate_status varchar,
    counted integer,
    published integer,
    stated integer
);
comment on table mart.mart_reconciliation is 'One row per school, or the authority, category, and term or year: exclusions that notices and the census tell of, side by side';
comment on column mart.mart_reconciliation.la_code is 'Code of the local authority';
comment on column mart.mart_reconciliation.la_name is 'Name of the local authority';
comment on column mart.mart_reconciliation.geographic_level is 'School or Local authority';
comment on column mart.mart_reconciliation.time_period is 'Academic year, 202425';
comment on column mart.mart_reconciliation.time_identifier is 'Academic year, or a term of it';
comment on column mart.mart_reconciliation.laestab is 'DfE number of the school; null of the authority';
comment on column mart.mart_reconciliation.urn is 'Unique reference number of the school that holds the number last';
comment on column mart.mart_reconciliation.school_name is 'Its name';
comment on column mart.mart_reconciliation.category is 'SUSP suspension, PERM permanent exclusion or LNCH lunchtime exclusion';
comment on column mart.mart_reconciliation.census is 'Exclusions that the last census of the term tells of';
comment on column mart.mart_reconciliation.notice is 'Exclusions that notices tell of, without those that did not stand';
comment on column mart.mart_reconciliation.matched is 'Exclusions that both tell of: pupil, school, category and term are the same, and they begin at most three days apart';
comment on column mart.mart_reconciliation.census_only is 'Exclusions that the census alone tells of';
comment on column mart.mart_reconciliation.notice_only is 'Exclusions that a notice alone tells of, in terms that a census has collected';
comment on column mart.mart_reconciliation.not_collected is 'Exclusions of notices in terms that no census has collected yet: they are not compared';
comment on column mart.mart_reconciliation.difference is 'Exclusions that notices alone tell of, less those that the census alone tells of';
comment on column mart.mart_reconciliation.difference_class is 'Why they differ where one reason explains all: as the six columns that follow; SEVERAL, NONE, or NOT_COLLECTED where there is nothing to compare';
comment on column mart.mart_reconciliation.late_notice is 'Told by a notice of after the day of the census';
comment on column mart.mart_reconciliation.lunchtime is 'Told of as a lunchtime exclusion by one of the two alone';
comment on column mart.mart_reconciliation.other_category is 'Told of under another category by the other, such as a suspension that became permanent';
comment on column mart.mart_reconciliation.left_school is 'Told by a notice alone, of a pupil who was not on the school''s roll on the day of the census';
comment on column mart.mart_reconciliation.overturned is 'Told by the census alone, of an exclusion that by its notice did not stand';
comment on column mart.mart_reconciliation.not_found is 'Told by one of the two alone, and nothing says why';
comment on column mart.mart_reconciliation.match_rate is 'Of 100 exclusions that either tells of, those that both tell of';
comment on column mart.mart_reconciliation.match_rate_status is 'ok; z where no census has collected the term';
comment on column mart.mart_reconciliation.counted is 'Exclusions that count, by the source of record of the school and year';
comment on column mart.mart_reconciliation.published is 'Figure that DfE has published of the authority''s year; null elsewhere';
comment on column mart.mart_reconciliation.stated is 'Figure that a strategy''s document states of the authority''s year; null elsewhere';

create or replace table mart.mart_reconciliation_stated (
    strategy_code varchar,
    kind varchar,
    code varchar,
    ordinal integer,
    what varchar,
    measure_code varchar,
    time_period integer,
    phase_type_grouping varchar,
    stated decimal(18, 6),
    stated_status varchar,
    comes_to decimal(18, 6),
    comes_to_status varchar,
    published decimal(18, 6),
    published_status varchar,
    counted decimal(18, 6),
    counted_status varchar,
    is_consistent boolean,
    source_ref varchar
);
comment on table mart.mart_reconciliation_stated is 'One row per figure of exclusions that a strategy''s document states, and per sum that it does: what others tell of the same';
comment on column mart.mart_reconciliation_stated.strategy_code is 'Code of the strategy';
comment on column mart.mart_reconciliation_stated.kind is 'FIGURE that the document states of its own authority, or SUM that it does with figures of its own';
comment on column mart.mart_reconciliation_stated.code is 'Code of the figure, or id of the statement that has the sum, in config/statements';
comment on column mart.mart_reconciliation_stated.ordinal is 'Place of the sum in its statement';
comment on column mart.mart_reconciliation_stated.what is 'What the sum is of, in words';
comment on column mart.mart_reconciliation_stated.measure_code is 'Code of the measure that the figure is of; null of a sum';
comment on column mart.mart_reconciliation_stated.time_period is 'Academic year of the figure, 202425';
comment on column mart.mart_reconciliation_stated.phase_type_grouping is 'Total, or kind of school in the words of EES';
comment on column mart.mart_reconciliation_stated.stated is 'What the document says';
comment on column mart.mart_reconciliation_stated.stated_status is 'ok';
comment on column mart.mart_reconciliation_stated.comes_to is 'What the figures that it states come to';
comment on column mart.mart_reconciliation_stated.comes_to_status is 'ok; z of a figure, or where they come to nothing';
comment on column mart.mart_reconciliation_stated.published is 'What DfE has published of the same';
comment on column mart.mart_reconciliation_stated.published_status is 'ok; x where nothing is known; z of a sum';
comment on column mart.mart_reconciliation_stated.counted is 'What the warehouse counts of the same';
comment on column mart.mart_reconciliation_stated.counted_status is 'ok; x where nothing is known; z of a sum';
comment on column mart.mart_reconciliation_stated.is_consistent is 'Whether nothing that is known differs from what is stated; null where nothing is known';
comment on column mart.mart_reconciliation_stated.source_ref is 'Page or slide';

-- Home education and pupils taken off roll.
create or replace table shape.mart_ehe_offroll (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    geographic_level varchar,
    laestab integer,
    urn integer,
    school_name varchar,
    education_phase varchar,
    neighbourhood varchar
);
comment on table shape.mart_ehe_offroll is 'One row per academic year and the authority or a school: starts of home education, and pupils taken off roll with where they were found';
comment on column shape.mart_ehe_offroll.la_code is 'Code of the local authority';
comment on column shape.mart_ehe_offroll.la_name is 'Name of the local authority';
comment on column shape.mart_ehe_offroll.time_period is 'Academic year, 202425; of a pupil taken off roll that of the last census with the pupil on it';
comment on column shape.mart_ehe_offroll.time_identifier is 'Academic year';
comment on column shape.mart_ehe_offroll.as_at_date is 'Last day of the year, or of the as-of while it runs';
comment on column shape.mart_ehe_offroll.preferred_source is 'registers: movements, placements, exclusions and censuses';
comment on column shape.mart_ehe_offroll.data_status is 'year_to_date while the year runs, or where the register of movements last came in it; provisional until the summer census of the next year; then final';
comment on column shape.mart_ehe_offroll.geographic_level is 'Local authority or School';
comment on column shape.mart_ehe_offroll.laestab is 'DfE number of the school that the child left; null of the authority';
comment on column shape.mart_ehe_offroll.urn is 'Unique reference number of the establishment last open in the year';
comment on column shape.mart_ehe_offroll.school_name is 'Its name';
comment on column shape.mart_ehe_offroll.education_phase is 'Its phase';
comment on column shape.mart_ehe_offroll.neighbourhood is 'Its neighbourhood';

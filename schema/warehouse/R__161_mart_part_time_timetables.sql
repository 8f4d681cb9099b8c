-- Part-time timetables.
create or replace table shape.mart_part_time_timetables (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    week_commencing date,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    geographic_level varchar,
    laestab integer,
    urn integer,
    school_name varchar,
    education_phase varchar,
    neighbourhood varchar,
    is_current boolean
);
comment on table shape.mart_part_time_timetables is 'One row per week with a school day and the authority or a school: pupils on part-time timetables, and whether marks and the register agree';
comment on column shape.mart_part_time_timetables.la_code is 'Code of the local authority';
comment on column shape.mart_part_time_timetables.la_name is 'Name of the local authority';
comment on column shape.mart_part_time_timetables.time_period is 'Calendar year in which most of the week lies, 2024';
comment on column shape.mart_part_time_timetables.time_identifier is 'Week 37 by ISO';
comment on column shape.mart_part_time_timetables.week_commencing is 'Monday of the week';
comment on column shape.mart_part_time_timetables.as_at_date is 'Last school day of the week, or up to the as-of while it runs';
comment on column shape.mart_part_time_timetables.preferred_source is 'registers: timetables, placements and attendance';
comment on column shape.mart_part_time_timetables.data_status is 'year_to_date while the week runs; provisional for thirty days, in which registers are still sent again; then final';
comment on column shape.mart_part_time_timetables.geographic_level is 'Local authority or School';
comment on column shape.mart_part_time_timetables.laestab is 'DfE number of the school; null of the authority';
comment on column shape.mart_part_time_timetables.urn is 'Unique reference number of the establishment open on that day';
comment on column shape.mart_part_time_timetables.school_name is 'Its name';
comment on column shape.mart_part_time_timetables.education_phase is 'Its phase';
comment on column shape.mart_part_time_timetables.neighbourhood is 'Its neighbourhood';
comment on column shape.mart_part_time_timetables.is_current is 'Whether it is the last week';

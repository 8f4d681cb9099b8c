-- This year against the last, at the same point.
create or replace table core.dim_cut_off (
    cut_off_key bigint,
    time_period integer,
    half_term varchar,
    basis varchar,
    cutoff_date date,
    school_day_ordinal integer,
    previous_time_period integer,
    previous_cutoff_date date,
    complete_to_date date,
    lag_days integer
);
comment on table core.dim_cut_off is 'One row per academic year, half term that has begun, and basis: the two days up to which years are compared';
comment on column core.dim_cut_off.cut_off_key is 'Key of the cut-off';
comment on column core.dim_cut_off.time_period is 'Academic year of the current figure, 202425';
comment on column core.dim_cut_off.half_term is 'Half term of the cut-off';
comment on column core.dim_cut_off.basis is 'ORDINAL: the same school day of the year; CALENDAR: the same date';
comment on column core.dim_cut_off.cutoff_date is 'Last school day of the half term, or the last one up to which data is complete';
comment on column core.dim_cut_off.school_day_ordinal is 'Its number among the school days of its year';
comment on column core.dim_cut_off.previous_time_period is 'Academic year before';
comment on column core.dim_cut_off.previous_cutoff_date is 'Last day of the year before that counts';
comment on column core.dim_cut_off.complete_to_date is 'Latest notice, but not after the school day before the as-of';
comment on column core.dim_cut_off.lag_days is 'Days after the cut-off within which a notice still counts, in both years';

create or replace table mart.mart_same_point_in_year (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    geographic_level varchar,
    laestab integer,
    school_name varchar,
    measure_code varchar,
    basis varchar,
    cutoff_date date,
    previous_cutoff_date date,
    school_day_ordinal integer,
    complete_to_date date,
    lag_days integer,
    current bigint,
    current_status varchar,
    previous bigint,
    previous_status varchar,
    change_abs bigint,
    change_abs_status varchar,
    change_pct double,
    change_pct_status varchar,
    is_low_base boolean,
    schools_compared integer,
    schools_in_one_year_only integer
);
comment on table mart.mart_same_point_in_year is 'One row per authority or school, measure, academic year, cut-off and basis';
comment on column mart.mart_same_point_in_year.la_code is 'Code of the local authority';
comment on column mart.mart_same_point_in_year.la_name is 'Name of the local authority';
comment on column mart.mart_same_point_in_year.time_period is 'Academic year of the current figure, 202425';
comment on column mart.mart_same_point_in_year.time_identifier is 'Academic year';
comment on column mart.mart_same_point_in_year.as_at_date is 'The cut-off';
comment on column mart.mart_same_point_in_year.preferred_source is 'notices, in both years';
comment on column mart.mart_same_point_in_year.data_status is 'year_to_date';
comment on column mart.mart_same_point_in_year.geographic_level is 'Local authority or School';
comment on column mart.mart_same_point_in_year.laestab is 'DfE number of the school; null for the authority';
comment on column mart.mart_same_point_in_year.school_name is 'Name of the school at the cut-off; null for the authority';
comment on column mart.mart_same_point_in_year.measure_code is 'Measure of the figures: suspension, perm_excl, one_plus_susp or pupils_suspended_distinct';
comment on column mart.mart_same_point_in_year.basis is 'ORDINAL: the same school day of the year; CALENDAR: the same date';
comment on column mart.mart_same_point_in_year.cutoff_date is 'Last day of the current year that counts: the end of a half term, or the day up to which data is complete';
comment on column mart.mart_same_point_in_year.previous_cutoff_date is 'Last day of the year before that counts';
comment on column mart.mart_same_point_in_year.school_day_ordinal is 'Number of the cut-off among the school days of its year';
comment on column mart.mart_same_point_in_year.complete_to_date is 'Latest notice, but not after the school day before the as-of';
comment on column mart.mart_same_point_in_year.lag_days is 'Days after the cut-off within which a notice still counts, in both years';
comment on column mart.mart_same_point_in_year.current is 'Figure of the year at the cut-off';
comment on column mart.mart_same_point_in_year.current_status is 'ok; x where no notice tells of the year; u where notices without their date are left out';
comment on column mart.mart_same_point_in_year.previous is 'Figure of the year before at the same point';
comment on column mart.mart_same_point_in_year.previous_status is 'ok; z where the school was not open then; x where no notice tells of that year; u where notices without their date are left out';
comment on column mart.mart_same_point_in_year.change_abs is 'Current less previous';
comment on column mart.mart_same_point_in_year.change_abs_status is 'ok; z where the school was not open then; x where no notice tells of one of the years; u where notices without their date are left out';
comment on column mart.mart_same_point_in_year.change_pct is 'Change in per cent of the previous figure';
comment on column mart.mart_same_point_in_year.change_pct_status is 'ok; z where the previous figure is nought or the school was not open then; x where no notice tells of one of the years; u where notices without their date are left out';
comment on column mart.mart_same_point_in_year.is_low_base is 'Whether the previous figure is too small for a percentage to be a headline';
comment on column mart.mart_same_point_in_year.schools_compared is 'Schools open at both cut-offs';
comment on column mart.mart_same_point_in_year.schools_in_one_year_only is 'Schools open at one of the two cut-offs only';

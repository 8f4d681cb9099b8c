-- Days, terms and censuses.
create or replace table core.dim_date (
    date date,
    day_number integer,
    time_period integer,
    term varchar,
    half_term varchar,
    week_commencing date,
    iso_year integer,
    iso_week integer,
    is_school_day boolean,
    school_day_ordinal integer,
    bank_holiday varchar,
    financial_year integer,
    financial_quarter integer,
    financial_month integer
);
comment on table core.dim_date is 'One row per day, August 2000 to July 2040';
comment on column core.dim_date.date is 'The day';
comment on column core.dim_date.day_number is 'Days since 1 August 2000; the difference of two is the number of days between them';
comment on column core.dim_date.time_period is 'Academic year of the official windows, 202425';
comment on column core.dim_date.term is 'Term of the official windows: AUT, SPR to Easter Sunday, SUM';
comment on column core.dim_date.half_term is 'AUT1, AUT2, SPR1 and SPR2 by the authority''s calendar, SUM1 and SUM2 by the spring bank holiday; null where neither is known';
comment on column core.dim_date.week_commencing is 'Monday of its week';
comment on column core.dim_date.iso_year is 'Year of the ISO week';
comment on column core.dim_date.iso_week is 'ISO week';
comment on column core.dim_date.is_school_day is 'Whether the authority''s schools are open to pupils';
comment on column core.dim_date.school_day_ordinal is 'School days of its academic year up to and with this day; null where the calendar is not known';
comment on column core.dim_date.bank_holiday is 'Name of the bank holiday';
comment on column core.dim_date.financial_year is 'Financial year, April to March, 202425';
comment on column core.dim_date.financial_quarter is 'Quarter of the financial year, 1 is April to June';
comment on column core.dim_date.financial_month is 'Month of the financial year, 1 is April';

create or replace table core.dim_academic_period (
    academic_period_key bigint,
    time_period integer,
    time_identifier varchar,
    term varchar,
    window_start date,
    window_end date,
    is_closed boolean,
    is_begun boolean
);
comment on table core.dim_academic_period is 'One row per academic year and per term of it';
comment on column core.dim_academic_period.academic_period_key is 'Key of the period';
comment on column core.dim_academic_period.time_period is 'Academic year, 202425';
comment on column core.dim_academic_period.time_identifier is 'Academic year, Autumn term, Spring term or Summer term, as EES writes it';
comment on column core.dim_academic_period.term is 'AUT, SPR or SUM; null for the year';
comment on column core.dim_academic_period.window_start is 'First day of the official window';
comment on column core.dim_academic_period.window_end is 'Last day of the official window';
comment on column core.dim_academic_period.is_closed is 'Whether the window had ended at the as-of';
comment on column core.dim_academic_period.is_begun is 'Whether the window had begun at the as-of';

create or replace table core.dim_census (
    census_key bigint,
    time_period integer,
    term varchar,
    census varchar,
    reference_date date,
    attendance_window_start date,
    attendance_window_end date,
    exclusion_window_start date,
    exclusion_window_end date
);
comment on table core.dim_census is 'One row per school census';
comment on column core.dim_census.census_key is 'Key of the census';
comment on column core.dim_census.time_period is 'Academic year of the census';
comment on column core.dim_census.term is 'Term of the census: AUT, SPR or SUM';
comment on column core.dim_census.census is 'Academic year and term in one, 202425-SPR';
comment on column core.dim_census.reference_date is 'Census day';
comment on column core.dim_census.attendance_window_start is 'First day of the attendance that it returns';
comment on column core.dim_census.attendance_window_end is 'Last day of it';
comment on column core.dim_census.exclusion_window_start is 'First start date of the exclusions that it returns';
comment on column core.dim_census.exclusion_window_end is 'Last start date of them';

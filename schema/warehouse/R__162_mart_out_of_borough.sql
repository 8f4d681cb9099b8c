-- Placements out of borough.
create or replace table config.provider_sector (
    code varchar,
    label varchar
);
comment on table config.provider_sector is 'One row per sector of provider to which the authority pays for placements';
comment on column config.provider_sector.code is 'Code, as the returns write it';
comment on column config.provider_sector.label is 'What the code means';

create or replace table shape.mart_out_of_borough (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    month_start date,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    sector varchar,
    sector_name varchar
);
comment on table shape.mart_out_of_borough is 'One row per month or financial year, and all placements out of borough or those of a sector of provider: pupils, cost and travel';
comment on column shape.mart_out_of_borough.la_code is 'Code of the local authority';
comment on column shape.mart_out_of_borough.la_name is 'Name of the local authority';
comment on column shape.mart_out_of_borough.time_period is 'Financial year, 202425';
comment on column shape.mart_out_of_borough.time_identifier is 'Month, April to March, or Financial year';
comment on column shape.mart_out_of_borough.month_start is 'First day of the month; null of a year';
comment on column shape.mart_out_of_borough.as_at_date is 'Last day of the period, or of the as-of while it runs';
comment on column shape.mart_out_of_borough.preferred_source is 'registers: placements and their costs';
comment on column shape.mart_out_of_borough.data_status is 'year_to_date while the period runs; provisional for ninety days, in which invoices still come; then final';
comment on column shape.mart_out_of_borough.sector is 'Total, sector of the provider by what was paid last, or UNKNOWN where nothing was';
comment on column shape.mart_out_of_borough.sector_name is 'Its name';

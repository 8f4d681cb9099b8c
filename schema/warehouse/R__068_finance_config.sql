-- High needs finance: lines, prices, and the savings that are claimed, from config.
create or replace table config.s251_line (
    line_code varchar,
    label varchar,
    hnb_group varchar,
    is_high_needs boolean,
    valid_from_fy integer,
    valid_to_fy integer
);
comment on table config.s251_line is 'One row per line of Section 251 and span of financial years, from config/reference/s251_line.csv';
comment on column config.s251_line.line_code is 'Code of the line';
comment on column config.s251_line.label is 'Words of the line';
comment on column config.s251_line.hnb_group is 'DfE''s benchmark group: PLACE, TOPUP_MAINTAINED, TOPUP_INDEPENDENT, SEN_SERVICES, AP_SERVICES, HOSPITAL, THERAPIES, TRANSPORT or OTHER';
comment on column config.s251_line.is_high_needs is 'Whether the line belongs to the high needs block';
comment on column config.s251_line.valid_from_fy is 'First financial year, 202425';
comment on column config.s251_line.valid_to_fy is 'Last financial year; null while the line lasts';

create or replace table config.hnb_scope (
    scope_code varchar,
    la_code integer,
    scope_title varchar,
    baseline_fy integer,
    is_indexed boolean,
    source_ref varchar
);
comment on table config.hnb_scope is 'One row per saving of config/hnb_scopes.yml';
comment on column config.hnb_scope.scope_code is 'Code of the saving';
comment on column config.hnb_scope.la_code is 'Authority whose saving it is';
comment on column config.hnb_scope.scope_title is 'What is saved';
comment on column config.hnb_scope.baseline_fy is 'Financial year of the old model, 202425';
comment on column config.hnb_scope.is_indexed is 'Whether the baseline is raised to each year''s prices';
comment on column config.hnb_scope.source_ref is 'Document and page that claim it';

create or replace table config.hnb_scope_object (
    scope_code varchar,
    side varchar,
    kind varchar,
    code varchar
);
comment on table config.hnb_scope_object is 'One row per cost object on a side of a saving';
comment on column config.hnb_scope_object.scope_code is 'Code of the saving';
comment on column config.hnb_scope_object.side is 'BASELINE for the old model, SUCCESSOR for the one that followed';
comment on column config.hnb_scope_object.kind is 'LINE, PROVISION or ELEMENT';
comment on column config.hnb_scope_object.code is 'Code of the line, provision or element of cost';

create or replace table config.price_index (
    financial_year integer,
    price_index decimal(9, 4)
);
comment on table config.price_index is 'One row per financial year with an index of prices';
comment on column config.price_index.financial_year is 'Financial year, 202425';
comment on column config.price_index.price_index is 'Index of prices';

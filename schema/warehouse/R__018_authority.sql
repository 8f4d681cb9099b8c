-- Authorities and neighbourhoods.
create or replace table core.dim_local_authority (
    la_key bigint,
    la_code integer,
    new_la_code varchar,
    la_name varchar,
    region_code varchar,
    region_name varchar,
    is_home_la boolean
);
comment on table core.dim_local_authority is 'One row per local authority, today''s and former ones, and one each for unknown and not applicable';
comment on column core.dim_local_authority.la_key is 'Key of the authority; -1 unknown, -2 not applicable';
comment on column core.dim_local_authority.la_code is 'Code of three digits, as LAESTABs begin with';
comment on column core.dim_local_authority.new_la_code is 'ONS code';
comment on column core.dim_local_authority.la_name is 'Name';
comment on column core.dim_local_authority.region_code is 'ONS code of the region';
comment on column core.dim_local_authority.region_name is 'Name of the region';
comment on column core.dim_local_authority.is_home_la is 'Whether it is the authority whose warehouse this is';

create or replace table core.dim_statistical_neighbour (
    la_code integer,
    sn_version varchar,
    rank integer,
    neighbour_la_code integer,
    neighbour_la_name varchar,
    closeness varchar,
    is_current boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.dim_statistical_neighbour is 'One row per authority, version of the neighbour set and neighbour';
comment on column core.dim_statistical_neighbour.la_code is 'Code of the local authority';
comment on column core.dim_statistical_neighbour.sn_version is 'Version of the set, by the month in which it was published';
comment on column core.dim_statistical_neighbour.rank is '1 is the nearest';
comment on column core.dim_statistical_neighbour.neighbour_la_code is 'The neighbour';
comment on column core.dim_statistical_neighbour.neighbour_la_name is 'Its name';
comment on column core.dim_statistical_neighbour.closeness is 'How close the two are, in words';
comment on column core.dim_statistical_neighbour.is_current is 'Whether it is the authority''s latest set';
comment on column core.dim_statistical_neighbour.submission_key is 'Submission that brought the set; null of sets of the config';
comment on column core.dim_statistical_neighbour.source_line is 'Line of the authority in its file, the header being line 1';

create or replace table core.dim_neighbourhood (
    neighbourhood_key bigint,
    la_code integer,
    neighbourhood varchar,
    label varchar
);
comment on table core.dim_neighbourhood is 'One row per neighbourhood of an authority, and one each for unknown and not applicable';
comment on column core.dim_neighbourhood.neighbourhood_key is 'Key of the neighbourhood; -1 unknown, -2 not applicable';
comment on column core.dim_neighbourhood.la_code is 'Code of the local authority';
comment on column core.dim_neighbourhood.neighbourhood is 'Code';
comment on column core.dim_neighbourhood.label is 'Name';

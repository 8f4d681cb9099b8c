-- Provisions and tiers of support.
create or replace table config.support_tier (
    code varchar,
    label varchar,
    la_code integer,
    ordinal integer,
    eligibility varchar
);
comment on table config.support_tier is 'One row per tier of support that an authority offers, from config/reference/support_tier.csv';
comment on column config.support_tier.code is 'Code of the tier';
comment on column config.support_tier.label is 'Name of the tier';
comment on column config.support_tier.la_code is 'Authority that uses the tier';
comment on column config.support_tier.ordinal is '1 is the lightest support';
comment on column config.support_tier.eligibility is 'Who it is for';

create or replace table config.provision_type (
    code varchar,
    label varchar
);
comment on table config.provision_type is 'One row per kind of provision, from config/reference/provision_type.csv';
comment on column config.provision_type.code is 'Code of the kind';
comment on column config.provision_type.label is 'Name of the kind';

create or replace table core.dim_support_tier (
    support_tier_key bigint,
    support_tier varchar,
    support_tier_name varchar,
    la_code integer,
    ordinal integer,
    eligibility varchar
);
comment on table core.dim_support_tier is 'One row per tier of support, and one each for unknown and not applicable';
comment on column core.dim_support_tier.support_tier_key is 'Key of the tier; -1 unknown, -2 not applicable';
comment on column core.dim_support_tier.support_tier is 'Code of the tier';
comment on column core.dim_support_tier.support_tier_name is 'Name of the tier';
comment on column core.dim_support_tier.la_code is 'Authority that uses the tier';
comment on column core.dim_support_tier.ordinal is '1 is the lightest support';
comment on column core.dim_support_tier.eligibility is 'Who it is for';

create or replace table core.dim_provision (
    provision_key bigint,
    provision_code varchar,
    provision_name varchar,
    provision_type varchar,
    la_code integer,
    neighbourhood varchar,
    host_laestab integer,
    host_school_key bigint,
    key_stages varchar,
    need_focus varchar,
    support_tier_key bigint,
    commissioned_capacity integer,
    capacity_primary integer,
    capacity_secondary integer,
    capacity_post16 integer,
    is_full_time boolean,
    is_registered boolean,
    valid_from date,
    valid_to date,
    is_current boolean,
    is_latest boolean,
    row_hash varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.dim_provision is 'One row per provision and version of its entry in the register, and one each for unknown and not applicable';
comment on column core.dim_provision.provision_key is 'Key of the version; -1 unknown, -2 not applicable';
comment on column core.dim_provision.provision_code is 'Code of the provision in the register';
comment on column core.dim_provision.provision_name is 'Name of the provision';
comment on column core.dim_provision.provision_type is 'BEHAVIOUR_PROVISION, PRU_AP, RESOURCED, SEN_UNIT, SPECIAL, IN_REACH, OUTREACH, PARTNERSHIP, EBSNA_CENTRE or UNREGISTERED_AP';
comment on column core.dim_provision.la_code is 'Authority in which the provision is';
comment on column core.dim_provision.neighbourhood is 'Code of its neighbourhood';
comment on column core.dim_provision.host_laestab is 'DfE number of the school that hosts it';
comment on column core.dim_provision.host_school_key is 'Version of the host school on the first day of this version';
comment on column core.dim_provision.key_stages is 'Key stages it takes, separated by blanks';
comment on column core.dim_provision.need_focus is 'Need it is meant for';
comment on column core.dim_provision.support_tier_key is 'Tier of support';
comment on column core.dim_provision.commissioned_capacity is 'Places commissioned';
comment on column core.dim_provision.capacity_primary is 'Places for primary pupils';
comment on column core.dim_provision.capacity_secondary is 'Places for secondary pupils';
comment on column core.dim_provision.capacity_post16 is 'Places for pupils over 16';
comment on column core.dim_provision.is_full_time is 'Whether it is full-time';
comment on column core.dim_provision.is_registered is 'Whether it is registered as a school';
comment on column core.dim_provision.valid_from is 'First day of the version';
comment on column core.dim_provision.valid_to is 'Last day of the version; 9999-12-31 while it lasts';
comment on column core.dim_provision.is_current is 'Whether the version holds on the day of the as-of';
comment on column core.dim_provision.is_latest is 'Whether it is the last version of its provision';
comment on column core.dim_provision.row_hash is 'Digest of what can change from version to version';
comment on column core.dim_provision.submission_key is 'Submission that brought the row';
comment on column core.dim_provision.source_line is 'Line of the row in its file, the header being line 1';

-- Provisions and the placements of pupils in them.
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

create or replace table core.fact_placement (
    placement_key bigint,
    placement_id varchar,
    pupil_key bigint,
    time_period integer,
    term varchar,
    pupil_term_key bigint,
    home_laestab integer,
    home_school_key bigint,
    provision_code varchar,
    provision_key bigint,
    provider_urn integer,
    provider_la_code integer,
    placement_type varchar,
    support_tier_key bigint,
    reason varchar,
    referral_date date,
    start_date date,
    planned_end_date date,
    end_date date,
    is_open boolean,
    days_in_provision integer,
    sessions_per_week integer,
    fte decimal(4, 2),
    is_outside_key_stage boolean,
    has_ehcp boolean,
    exception_reason varchar,
    mdt_date date,
    parent_consulted_date date,
    has_exit_plan boolean,
    destination varchar,
    is_out_of_borough boolean,
    is_protective boolean,
    protective_reason varchar,
    travel_minutes integer,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_placement is 'One row per placement of a pupil in a provision';
comment on column core.fact_placement.placement_key is 'Key of the placement';
comment on column core.fact_placement.placement_id is 'Number of the placement in the register';
comment on column core.fact_placement.pupil_key is 'Pseudonym of the pupil';
comment on column core.fact_placement.time_period is 'Academic year in which it started, 202425';
comment on column core.fact_placement.term is 'Term in which it started: AUT, SPR or SUM';
comment on column core.fact_placement.pupil_term_key is 'The pupil as in the census of that term; -1 unknown';
comment on column core.fact_placement.home_laestab is 'DfE number of the pupil''s own school';
comment on column core.fact_placement.home_school_key is 'The own school on the first day; -1 unknown';
comment on column core.fact_placement.provision_code is 'Code of the provision';
comment on column core.fact_placement.provision_key is 'The provision on the first day; -1 unknown';
comment on column core.fact_placement.provider_urn is 'School that provides, where it is one';
comment on column core.fact_placement.provider_la_code is 'Authority in which the provider is';
comment on column core.fact_placement.placement_type is 'Type of placement';
comment on column core.fact_placement.support_tier_key is 'Tier of support';
comment on column core.fact_placement.reason is 'Reason of the placement';
comment on column core.fact_placement.referral_date is 'Day of the referral';
comment on column core.fact_placement.start_date is 'First day';
comment on column core.fact_placement.planned_end_date is 'Last day as it was planned';
comment on column core.fact_placement.end_date is 'Last day; null while it is open';
comment on column core.fact_placement.is_open is 'Whether it is still open on the day of the as-of';
comment on column core.fact_placement.days_in_provision is 'School days from the first to the last day, or to the day of the as-of while it is open';
comment on column core.fact_placement.sessions_per_week is 'Sessions a week; ten are full-time';
comment on column core.fact_placement.fte is 'Sessions a week as a share of ten';
comment on column core.fact_placement.is_outside_key_stage is 'Whether the pupil was outside the provision''s key stages in any term of the placement; null where unknown';
comment on column core.fact_placement.has_ehcp is 'Whether the pupil had an EHC plan in the term in which it started';
comment on column core.fact_placement.exception_reason is 'Why an exception was made';
comment on column core.fact_placement.mdt_date is 'Day of the multidisciplinary meeting';
comment on column core.fact_placement.parent_consulted_date is 'Day on which parents were consulted';
comment on column core.fact_placement.has_exit_plan is 'Whether there is an exit plan';
comment on column core.fact_placement.destination is 'Where the pupil went afterwards';
comment on column core.fact_placement.is_out_of_borough is 'Whether the provider is in another authority';
comment on column core.fact_placement.is_protective is 'Whether the pupil was placed for protection';
comment on column core.fact_placement.protective_reason is 'Reason of protection';
comment on column core.fact_placement.travel_minutes is 'Minutes of travel, one way';
comment on column core.fact_placement.submission_key is 'Submission that brought the row';
comment on column core.fact_placement.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_policy_event (
    policy_event_key bigint,
    laestab integer,
    school_key bigint,
    event_date date,
    time_period integer,
    term varchar,
    event varchar,
    detail varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_policy_event is 'One row per policy change, charter signed or training of a school';
comment on column core.fact_policy_event.policy_event_key is 'Key of the event';
comment on column core.fact_policy_event.laestab is 'DfE number of the school';
comment on column core.fact_policy_event.school_key is 'The school on the day of the event; -1 unknown';
comment on column core.fact_policy_event.event_date is 'Day of the event';
comment on column core.fact_policy_event.time_period is 'Academic year of the event, 202425';
comment on column core.fact_policy_event.term is 'Term of the event: AUT, SPR or SUM';
comment on column core.fact_policy_event.event is 'POLICY_CHANGE, CHARTER_SIGNED or TRAINED';
comment on column core.fact_policy_event.detail is 'What it was about';
comment on column core.fact_policy_event.submission_key is 'Submission that brought the row';
comment on column core.fact_policy_event.source_line is 'Line of the row in its file, the header being line 1';

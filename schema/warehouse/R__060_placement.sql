-- Placements of pupils in provisions, and policy events of schools.
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
comment on column core.fact_placement.days_in_provision is 'School days from the first to the last day, or to the day of the as-of while it is open; null where term dates of a year of the stay are not known';
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
comment on column core.fact_placement.is_protective is 'Whether the pupil was placed for protection: a reason of it is told, other than No, N/A and the like';
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

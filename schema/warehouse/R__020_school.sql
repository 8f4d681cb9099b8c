-- Schools.
create or replace table core.bridge_school_laestab (
    urn integer,
    laestab integer,
    shown_from date,
    shown_to date,
    valid_from date,
    valid_to date,
    predecessor_urn integer,
    successor_urn integer
);
comment on table core.bridge_school_laestab is 'One row per establishment, LAESTAB and stretch of GIAS snapshots that show the two together: the days on which it held it';
comment on column core.bridge_school_laestab.urn is 'Unique reference number in GIAS';
comment on column core.bridge_school_laestab.laestab is 'DfE number: LA code and establishment number; null where GIAS shows none';
comment on column core.bridge_school_laestab.shown_from is 'First snapshot of the stretch';
comment on column core.bridge_school_laestab.shown_to is 'Last snapshot of the stretch';
comment on column core.bridge_school_laestab.valid_from is 'First day on which the establishment held the LAESTAB';
comment on column core.bridge_school_laestab.valid_to is 'Last day on which it held it; 9999-12-31 while it does. No two establishments hold one on the same day';
comment on column core.bridge_school_laestab.predecessor_urn is 'Establishment that held the LAESTAB before';
comment on column core.bridge_school_laestab.successor_urn is 'Establishment that held the LAESTAB next';

create or replace table core.dim_school (
    school_key bigint,
    urn integer,
    laestab integer,
    la_code integer,
    la_key bigint,
    school_name varchar,
    education_phase varchar,
    phase_type_grouping varchar,
    phase_of_education varchar,
    establishment_type varchar,
    establishment_type_group varchar,
    establishment_status varchar,
    neighbourhood_key bigint,
    neighbourhood varchar,
    trust_name varchar,
    federation_name varchar,
    admissions_policy varchar,
    gender varchar,
    nursery_provision varchar,
    official_sixth_form varchar,
    low_age integer,
    high_age integer,
    capacity integer,
    number_of_pupils integer,
    is_mainstream boolean,
    is_special boolean,
    is_ap boolean,
    counts_in_exclusions boolean,
    open_date date,
    close_date date,
    predecessor_urn integer,
    successor_urn integer,
    valid_from date,
    valid_to date,
    is_current boolean,
    row_hash bigint
);
comment on table core.dim_school is 'One row per establishment and version of it, and one each for unknown, not applicable and not open yet';
comment on column core.dim_school.school_key is 'Key of the version; -1 unknown, -2 not applicable, -3 known to GIAS but not open yet on the day';
comment on column core.dim_school.urn is 'Unique reference number in GIAS';
comment on column core.dim_school.laestab is 'DfE number: LA code and establishment number';
comment on column core.dim_school.la_code is 'Code of the local authority';
comment on column core.dim_school.la_key is 'Key of the local authority';
comment on column core.dim_school.school_name is 'Name';
comment on column core.dim_school.education_phase is 'Primary, Secondary, Special, Alternative provision, Nursery or Independent';
comment on column core.dim_school.phase_type_grouping is 'State-funded primary and so on, in the words of EES';
comment on column core.dim_school.phase_of_education is 'Phase, GIAS wording';
comment on column core.dim_school.establishment_type is 'Type, GIAS wording';
comment on column core.dim_school.establishment_type_group is 'Group of the type, GIAS wording';
comment on column core.dim_school.establishment_status is 'Status in the latest snapshot';
comment on column core.dim_school.neighbourhood_key is 'Key of the neighbourhood';
comment on column core.dim_school.neighbourhood is 'Code of the neighbourhood';
comment on column core.dim_school.trust_name is 'Academy trust';
comment on column core.dim_school.federation_name is 'Federation';
comment on column core.dim_school.admissions_policy is 'Admissions policy';
comment on column core.dim_school.gender is 'Whether boys, girls or both are admitted';
comment on column core.dim_school.nursery_provision is 'Whether it has nursery classes';
comment on column core.dim_school.official_sixth_form is 'Whether it has a sixth form';
comment on column core.dim_school.low_age is 'Lowest statutory age';
comment on column core.dim_school.high_age is 'Highest statutory age';
comment on column core.dim_school.capacity is 'Places';
comment on column core.dim_school.number_of_pupils is 'Pupils that GIAS shows';
comment on column core.dim_school.is_mainstream is 'State-funded primary or secondary';
comment on column core.dim_school.is_special is 'Special school';
comment on column core.dim_school.is_ap is 'Alternative provision, pupil referral units among it';
comment on column core.dim_school.counts_in_exclusions is 'Whether DfE''s figures of exclusions cover it: state-funded primary, secondary, special and alternative provision';
comment on column core.dim_school.open_date is 'Day on which the establishment opened; null when before GIAS kept it';
comment on column core.dim_school.close_date is 'Day on which it closed';
comment on column core.dim_school.predecessor_urn is 'Establishment that had the same LAESTAB before';
comment on column core.dim_school.successor_urn is 'Establishment that has the same LAESTAB after';
comment on column core.dim_school.valid_from is 'First day of this version; of the first one the day on which the establishment opened';
comment on column core.dim_school.valid_to is 'Last day of this version, at most that of the establishment; 9999-12-31 while it lasts. No two versions of one LAESTAB share a day';
comment on column core.dim_school.is_current is 'Whether it is the establishment''s last version';
comment on column core.dim_school.row_hash is 'Digest of what makes a version';

create or replace table core.bridge_school_kind (
    school_key bigint,
    phase_type_grouping varchar
);
comment on table core.bridge_school_kind is 'One row per school and kind of school whose figures it adds to';
comment on column core.bridge_school_kind.school_key is 'Key of the school';
comment on column core.bridge_school_kind.phase_type_grouping is 'Its own kind, or Total';

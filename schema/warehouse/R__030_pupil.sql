-- Pupils, their censuses and what figures are broken down by.
create or replace table core.bridge_pupil_identity (
    alias_pupil_key bigint,
    pupil_key bigint,
    is_conflicting boolean
);
comment on table core.bridge_pupil_identity is 'One row per pseudonym that a former UPN links to another';
comment on column core.bridge_pupil_identity.alias_pupil_key is 'A pseudonym that stands on rows';
comment on column core.bridge_pupil_identity.pupil_key is 'The person that it means: of a chain the pseudonym that was first';
comment on column core.bridge_pupil_identity.is_conflicting is 'True where the chain joins different sexes or months of birth, so that each pseudonym stays a person of its own';

create or replace table core.bridge_pupil_looked_after (
    looked_after_key bigint,
    pupil_key bigint,
    valid_from date,
    valid_to date,
    has_social_worker boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.bridge_pupil_looked_after is 'One row per child and spell of being looked after by the authority';
comment on column core.bridge_pupil_looked_after.looked_after_key is 'Key of the spell';
comment on column core.bridge_pupil_looked_after.pupil_key is 'The person: pseudonym of the child, chains of former UPNs joined';
comment on column core.bridge_pupil_looked_after.valid_from is 'First day on which the child was looked after';
comment on column core.bridge_pupil_looked_after.valid_to is 'Last day; 9999-12-31 while the child is looked after';
comment on column core.bridge_pupil_looked_after.has_social_worker is 'Whether the child has a social worker';
comment on column core.bridge_pupil_looked_after.submission_key is 'Submission that brought the row';
comment on column core.bridge_pupil_looked_after.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_pupil_census (
    pupil_census_key bigint,
    pupil_key bigint,
    pupil_term_key bigint,
    school_key bigint,
    laestab integer,
    time_period integer,
    term varchar,
    reference_date date,
    is_on_roll boolean,
    enrol_status varchar,
    is_in_headcount boolean,
    is_in_headcount_unknown boolean,
    is_part_time boolean,
    is_boarder boolean,
    has_school_arranged_ap boolean,
    has_top_up_funding boolean,
    is_in_sen_unit boolean,
    is_in_resourced_provision boolean,
    is_fsm boolean,
    sex varchar,
    birth_year_month varchar,
    age_at_31_august integer,
    ncyear varchar,
    sen_provision varchar,
    ethnicity_code varchar,
    language_code varchar,
    plaa varchar,
    service_child varchar,
    young_carer varchar,
    entry_date date,
    leaving_date date,
    termly_sessions_possible integer,
    summer_half_term2_sessions_possible integer,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_pupil_census is 'One row per pupil, school and census, on roll or no longer on roll';
comment on column core.fact_pupil_census.pupil_census_key is 'Key of the row';
comment on column core.fact_pupil_census.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column core.fact_pupil_census.pupil_term_key is 'Key in dim_pupil of the pupil in that term';
comment on column core.fact_pupil_census.school_key is 'School as it was on census day';
comment on column core.fact_pupil_census.laestab is 'DfE number of the school';
comment on column core.fact_pupil_census.time_period is 'Academic year, 202425';
comment on column core.fact_pupil_census.term is 'Term of the census: AUT, SPR or SUM';
comment on column core.fact_pupil_census.reference_date is 'Census day';
comment on column core.fact_pupil_census.is_on_roll is 'Whether the pupil was on roll on census day';
comment on column core.fact_pupil_census.enrol_status is 'C single, M main, S subsidiary registration, F, O; null unknown';
comment on column core.fact_pupil_census.is_in_headcount is 'On roll with single or main registration';
comment on column core.fact_pupil_census.is_in_headcount_unknown is 'On roll, and it is not known whether the pupil counts';
comment on column core.fact_pupil_census.is_part_time is 'Whether the pupil attends part-time';
comment on column core.fact_pupil_census.is_boarder is 'Whether the pupil boards';
comment on column core.fact_pupil_census.has_school_arranged_ap is 'Whether the school returned alternative provision that it arranged for the pupil';
comment on column core.fact_pupil_census.has_top_up_funding is 'Whether the pupil has top-up funding';
comment on column core.fact_pupil_census.is_in_sen_unit is 'Whether the pupil is in a SEN unit';
comment on column core.fact_pupil_census.is_in_resourced_provision is 'Whether the pupil is in resourced provision';
comment on column core.fact_pupil_census.is_fsm is 'Whether a period of free school meals was open on census day';
comment on column core.fact_pupil_census.sex is 'M or F';
comment on column core.fact_pupil_census.birth_year_month is 'Year and month of birth, 2015-04';
comment on column core.fact_pupil_census.age_at_31_august is 'Age on 31 August before the academic year';
comment on column core.fact_pupil_census.ncyear is 'National curriculum year, actual or on leaving';
comment on column core.fact_pupil_census.sen_provision is 'N none, K SEN support, E EHC plan';
comment on column core.fact_pupil_census.ethnicity_code is 'Extended ethnicity code; spring census only';
comment on column core.fact_pupil_census.language_code is 'First language';
comment on column core.fact_pupil_census.plaa is 'Post looked-after arrangements';
comment on column core.fact_pupil_census.service_child is 'Whether a parent serves in the armed forces';
comment on column core.fact_pupil_census.young_carer is 'P or S where the pupil is a young carer; spring census only';
comment on column core.fact_pupil_census.entry_date is 'First day at the school';
comment on column core.fact_pupil_census.leaving_date is 'Last day at the school';
comment on column core.fact_pupil_census.termly_sessions_possible is 'Possible sessions of the term before';
comment on column core.fact_pupil_census.summer_half_term2_sessions_possible is 'Possible sessions of the second half of the summer term; autumn census only';
comment on column core.fact_pupil_census.submission_key is 'Submission that brought the row';
comment on column core.fact_pupil_census.source_line is 'Line of the row in its file';

create or replace table core.dim_pupil (
    pupil_term_key bigint,
    pupil_key bigint,
    time_period integer,
    term varchar,
    valid_from date,
    valid_to date,
    is_current boolean,
    is_carried boolean,
    laestab integer,
    sex varchar,
    birth_year_month varchar,
    age_at_31_august integer,
    ncyear varchar,
    key_stage varchar,
    sen_provision varchar,
    sen_primary_need varchar,
    sen_secondary_need varchar,
    ethnicity_code varchar,
    ethnicity_minor varchar,
    ethnicity_major varchar,
    language_group varchar,
    is_fsm boolean,
    is_fsm_ever6 boolean,
    plaa varchar,
    service_child varchar,
    young_carer varchar,
    is_looked_after boolean
);
comment on table core.dim_pupil is 'One row per pupil and term, from the first census that tells of the pupil to the last, and one each for unknown and not applicable';
comment on column core.dim_pupil.pupil_term_key is 'Key of the pupil in the term; -1 unknown, -2 not applicable';
comment on column core.dim_pupil.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column core.dim_pupil.time_period is 'Academic year, 202425';
comment on column core.dim_pupil.term is 'AUT, SPR or SUM';
comment on column core.dim_pupil.valid_from is 'First day of the term''s official window';
comment on column core.dim_pupil.valid_to is 'Last day of the term''s official window';
comment on column core.dim_pupil.is_current is 'Whether it is the pupil''s last term';
comment on column core.dim_pupil.is_carried is 'True where no census of the term has the pupil on roll, so that the term before speaks';
comment on column core.dim_pupil.laestab is 'School of the main registration';
comment on column core.dim_pupil.sex is 'M or F';
comment on column core.dim_pupil.birth_year_month is 'Year and month of birth, 2015-04';
comment on column core.dim_pupil.age_at_31_august is 'Age on 31 August before the academic year';
comment on column core.dim_pupil.ncyear is 'National curriculum year';
comment on column core.dim_pupil.key_stage is 'Key stage of that year';
comment on column core.dim_pupil.sen_provision is 'N none, K SEN support, E EHC plan';
comment on column core.dim_pupil.sen_primary_need is 'Primary type of need of the year''s spring census, else the last before, else the next';
comment on column core.dim_pupil.sen_secondary_need is 'Secondary type of need, likewise';
comment on column core.dim_pupil.ethnicity_code is 'Extended ethnicity code, likewise';
comment on column core.dim_pupil.ethnicity_minor is 'Minor ethnic group, in the words of EES';
comment on column core.dim_pupil.ethnicity_major is 'Major ethnic group, in the words of EES';
comment on column core.dim_pupil.language_group is 'English, EAL or Unknown';
comment on column core.dim_pupil.is_fsm is 'Whether free school meals were open on census day';
comment on column core.dim_pupil.is_fsm_ever6 is 'Whether they were on any census day of the last six years';
comment on column core.dim_pupil.plaa is 'Post looked-after arrangements';
comment on column core.dim_pupil.service_child is 'Whether a parent serves in the armed forces';
comment on column core.dim_pupil.young_carer is 'P or S where the pupil is a young carer, of the spring census like the needs';
comment on column core.dim_pupil.is_looked_after is 'Whether the authority looked after the child on any day of the term; null where the Virtual School''s list has never come';

create or replace table core.bridge_pupil_characteristic (
    pupil_term_key bigint,
    breakdown_topic varchar,
    breakdown varchar
);
comment on table core.bridge_pupil_characteristic is 'One row per pupil, term and topic by which figures are broken down';
comment on column core.bridge_pupil_characteristic.pupil_term_key is 'Key of the pupil in the term';
comment on column core.bridge_pupil_characteristic.breakdown_topic is 'Total, Sex, SEN provision, SEN primary need, Ethnicity major, Ethnicity minor, FSM, Year group or EAL';
comment on column core.bridge_pupil_characteristic.breakdown is 'The group to which the pupil belongs, in the words of EES';

create or replace table core.bridge_pupil_cohort (
    pupil_term_key bigint,
    breakdown_topic varchar,
    breakdown varchar
);
comment on table core.bridge_pupil_cohort is 'One row per pupil, term and topic of a cohort that is compared with all pupils of the year';
comment on column core.bridge_pupil_cohort.pupil_term_key is 'Key of the pupil in the term';
comment on column core.bridge_pupil_cohort.breakdown_topic is 'Looked after, or Sex and SEN provision';
comment on column core.bridge_pupil_cohort.breakdown is 'The group to which the pupil belongs';

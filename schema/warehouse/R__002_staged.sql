-- What staging delivers, return by return; one empty table a staged table.
create or replace table shape.establishment (
    urn integer,
    laestab integer,
    la_code integer,
    establishment_number integer,
    school_name varchar,
    establishment_type varchar,
    establishment_type_group varchar,
    establishment_status varchar,
    open_date date,
    close_date date,
    phase_of_education varchar,
    low_age integer,
    high_age integer,
    capacity integer,
    number_of_pupils integer,
    admissions_policy varchar,
    gender varchar,
    region_name varchar,
    trust_name varchar,
    federation_name varchar,
    nursery_provision varchar,
    official_sixth_form varchar,
    neighbourhood varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.establishment is 'One row per establishment in the latest GIAS snapshot';
comment on column shape.establishment.urn is 'Unique reference number of the school in GIAS';
comment on column shape.establishment.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.establishment.la_code is 'Code of the local authority';
comment on column shape.establishment.establishment_number is 'Number of the establishment in its local authority';
comment on column shape.establishment.school_name is 'Name of the establishment';
comment on column shape.establishment.establishment_type is 'Type of establishment, GIAS wording';
comment on column shape.establishment.establishment_type_group is 'Group of the type of establishment, GIAS wording';
comment on column shape.establishment.establishment_status is 'Open; Closed; Open, but proposed to close; Proposed to open';
comment on column shape.establishment.open_date is 'Date on which the establishment opened; null when before GIAS kept it';
comment on column shape.establishment.close_date is 'Date on which the establishment closed';
comment on column shape.establishment.phase_of_education is 'Phase of education, GIAS wording';
comment on column shape.establishment.low_age is 'Lowest statutory age';
comment on column shape.establishment.high_age is 'Highest statutory age';
comment on column shape.establishment.capacity is 'Number of places';
comment on column shape.establishment.number_of_pupils is 'Number of pupils that GIAS shows';
comment on column shape.establishment.admissions_policy is 'Admissions policy, GIAS wording';
comment on column shape.establishment.gender is 'Whether boys, girls or both are admitted, GIAS wording';
comment on column shape.establishment.region_name is 'Government office region';
comment on column shape.establishment.trust_name is 'Academy trust';
comment on column shape.establishment.federation_name is 'Federation';
comment on column shape.establishment.nursery_provision is 'Whether it has nursery classes, GIAS wording';
comment on column shape.establishment.official_sixth_form is 'Whether it has a sixth form, GIAS wording';
comment on column shape.establishment.neighbourhood is 'Code of the neighbourhood, a local column';
comment on column shape.establishment.submission_key is 'Submission that brought the row';
comment on column shape.establishment.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.establishment.received_at is 'When the submission was received, UTC';

create or replace table shape.establishment_history (
    urn integer,
    laestab integer,
    la_code integer,
    establishment_number integer,
    school_name varchar,
    establishment_type varchar,
    establishment_type_group varchar,
    establishment_status varchar,
    open_date date,
    close_date date,
    phase_of_education varchar,
    low_age integer,
    high_age integer,
    capacity integer,
    number_of_pupils integer,
    admissions_policy varchar,
    gender varchar,
    region_name varchar,
    trust_name varchar,
    federation_name varchar,
    nursery_provision varchar,
    official_sixth_form varchar,
    neighbourhood varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp,
    arrival bigint,
    snapshot_date date
);
comment on table shape.establishment_history is 'One row per establishment and accepted GIAS snapshot';
comment on column shape.establishment_history.urn is 'Unique reference number of the school in GIAS';
comment on column shape.establishment_history.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.establishment_history.la_code is 'Code of the local authority';
comment on column shape.establishment_history.establishment_number is 'Number of the establishment in its local authority';
comment on column shape.establishment_history.school_name is 'Name of the establishment';
comment on column shape.establishment_history.establishment_type is 'Type of establishment, GIAS wording';
comment on column shape.establishment_history.establishment_type_group is 'Group of the type of establishment, GIAS wording';
comment on column shape.establishment_history.establishment_status is 'Open; Closed; Open, but proposed to close; Proposed to open';
comment on column shape.establishment_history.open_date is 'Date on which the establishment opened; null when before GIAS kept it';
comment on column shape.establishment_history.close_date is 'Date on which the establishment closed';
comment on column shape.establishment_history.phase_of_education is 'Phase of education, GIAS wording';
comment on column shape.establishment_history.low_age is 'Lowest statutory age';
comment on column shape.establishment_history.high_age is 'Highest statutory age';
comment on column shape.establishment_history.capacity is 'Number of places';
comment on column shape.establishment_history.number_of_pupils is 'Number of pupils that GIAS shows';
comment on column shape.establishment_history.admissions_policy is 'Admissions policy, GIAS wording';
comment on column shape.establishment_history.gender is 'Whether boys, girls or both are admitted, GIAS wording';
comment on column shape.establishment_history.region_name is 'Government office region';
comment on column shape.establishment_history.trust_name is 'Academy trust';
comment on column shape.establishment_history.federation_name is 'Federation';
comment on column shape.establishment_history.nursery_provision is 'Whether it has nursery classes, GIAS wording';
comment on column shape.establishment_history.official_sixth_form is 'Whether it has a sixth form, GIAS wording';
comment on column shape.establishment_history.neighbourhood is 'Code of the neighbourhood, a local column';
comment on column shape.establishment_history.submission_key is 'Submission that brought the row';
comment on column shape.establishment_history.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.establishment_history.received_at is 'When the submission was received, UTC';
comment on column shape.establishment_history.arrival is 'Orders submissions received at one instant';
comment on column shape.establishment_history.snapshot_date is 'Day in England on which the snapshot was received';

create or replace table shape.term_date (
    la_code integer,
    academic_year integer,
    date_from date,
    date_to date,
    day_type varchar,
    term varchar,
    half_term varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.term_date is 'One row per stretch of term, holiday or closure in an authority''s calendar';
comment on column shape.term_date.la_code is 'Code of the local authority';
comment on column shape.term_date.academic_year is 'Academic year of the calendar, 202425';
comment on column shape.term_date.date_from is 'First day';
comment on column shape.term_date.date_to is 'Last day';
comment on column shape.term_date.day_type is 'TERM, HALF_TERM, INSET or BANK_HOLIDAY';
comment on column shape.term_date.term is 'AUT, SPR or SUM';
comment on column shape.term_date.half_term is 'AUT1, AUT2, SPR1, SPR2, SUM1 or SUM2';
comment on column shape.term_date.submission_key is 'Submission that brought the row';
comment on column shape.term_date.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.term_date.received_at is 'When the submission was received, UTC';

create or replace table shape.exclusion_notice (
    notice_id varchar,
    laestab integer,
    urn integer,
    pupil_key bigint,
    notice_date date,
    category varchar,
    category_raw varchar,
    reason1 varchar,
    reason2 varchar,
    reason3 varchar,
    start_date date,
    end_date date,
    sessions integer,
    ncyear varchar,
    sen_provision_at_start varchar,
    lac_at_start boolean,
    social_worker boolean,
    ehcp_interim_review_held varchar,
    guiding_principles_used boolean,
    alternatives_considered varchar,
    day6_provision_urn integer,
    day6_provision_start date,
    governors_review_date date,
    review_result varchar,
    irp_date date,
    outcome varchar,
    outcome_date date,
    reintegration_meeting_date date,
    supersedes_notice_id varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp,
    arrival bigint
);
comment on table shape.exclusion_notice is 'One row per live notice of a suspension, permanent exclusion or lunchtime exclusion';
comment on column shape.exclusion_notice.notice_id is 'The school''s or authority''s number of the notice';
comment on column shape.exclusion_notice.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.exclusion_notice.urn is 'Unique reference number of the school in GIAS';
comment on column shape.exclusion_notice.pupil_key is 'Pseudonym of the pupil';
comment on column shape.exclusion_notice.notice_date is 'Day on which the authority was told';
comment on column shape.exclusion_notice.category is 'SUSP, PERM or LNCH';
comment on column shape.exclusion_notice.category_raw is 'Category as it was sent: FIXD before August 2021';
comment on column shape.exclusion_notice.reason1 is 'First reason';
comment on column shape.exclusion_notice.reason2 is 'Second reason';
comment on column shape.exclusion_notice.reason3 is 'Third reason';
comment on column shape.exclusion_notice.start_date is 'First day of the exclusion';
comment on column shape.exclusion_notice.end_date is 'Last day of the exclusion';
comment on column shape.exclusion_notice.sessions is 'Sessions lost; half a day each';
comment on column shape.exclusion_notice.ncyear is 'National curriculum year of the pupil';
comment on column shape.exclusion_notice.sen_provision_at_start is 'SEN provision when the exclusion started: N, K or E';
comment on column shape.exclusion_notice.lac_at_start is 'Whether the pupil was looked after when the exclusion started';
comment on column shape.exclusion_notice.social_worker is 'Whether the pupil had a social worker';
comment on column shape.exclusion_notice.ehcp_interim_review_held is 'Whether an interim review of the EHC plan was held: Y, N or NA';
comment on column shape.exclusion_notice.guiding_principles_used is 'Whether the authority''s guiding principles were used';
comment on column shape.exclusion_notice.alternatives_considered is 'Alternatives that the school considered';
comment on column shape.exclusion_notice.day6_provision_urn is 'School that provided from day six';
comment on column shape.exclusion_notice.day6_provision_start is 'First day of that provision';
comment on column shape.exclusion_notice.governors_review_date is 'Day of the governors'' review';
comment on column shape.exclusion_notice.review_result is 'Result of the review: A to K';
comment on column shape.exclusion_notice.irp_date is 'Day of the independent review panel';
comment on column shape.exclusion_notice.outcome is 'UPHELD, REINSTATED, RESCINDED, WITHDRAWN or PENDING';
comment on column shape.exclusion_notice.outcome_date is 'Day of the outcome';
comment on column shape.exclusion_notice.reintegration_meeting_date is 'Day of the reintegration meeting';
comment on column shape.exclusion_notice.supersedes_notice_id is 'Notice that this one replaces';
comment on column shape.exclusion_notice.submission_key is 'Submission that brought the row';
comment on column shape.exclusion_notice.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.exclusion_notice.received_at is 'When the submission was received, UTC';
comment on column shape.exclusion_notice.arrival is 'Orders submissions received at one instant';

create or replace table shape.census_return (
    academic_year integer,
    census_term varchar,
    laestab integer,
    urn integer,
    reference_date date,
    serial_no integer,
    la_code integer,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.census_return is 'One row per school and census';
comment on column shape.census_return.academic_year is 'Academic year of the census, 202425';
comment on column shape.census_return.census_term is 'Term of the census: AUT, SPR or SUM';
comment on column shape.census_return.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.census_return.urn is 'Unique reference number of the school in GIAS';
comment on column shape.census_return.reference_date is 'Census day';
comment on column shape.census_return.serial_no is 'Serial number of the school''s return; a higher one replaces a lower';
comment on column shape.census_return.la_code is 'Code of the local authority';
comment on column shape.census_return.submission_key is 'Submission that brought the row';
comment on column shape.census_return.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.census_return.received_at is 'When the submission was received, UTC';

create or replace table shape.census_pupil (
    academic_year integer,
    census_term varchar,
    laestab integer,
    on_roll boolean,
    pupil_key bigint,
    former_pupil_key bigint,
    sex varchar,
    birth_year_month varchar,
    age_at_31_august integer,
    entry_date date,
    leaving_date date,
    enrol_status varchar,
    ncyear varchar,
    sen_provision varchar,
    ethnicity varchar,
    language varchar,
    part_time boolean,
    boarder varchar,
    plaa varchar,
    service_child varchar,
    young_carer varchar,
    fsm_on_census_day boolean,
    sen_unit_indicator boolean,
    resourced_provision_indicator boolean,
    top_up_funding boolean,
    termly_sessions_possible integer,
    summer_half_term2_sessions_possible integer,
    reference_date date,
    submission_key bigint,
    source_line integer,
    received_at timestamp,
    arrival bigint
);
comment on table shape.census_pupil is 'One row per pupil, school and census, on roll or no longer on roll';
comment on column shape.census_pupil.academic_year is 'Academic year of the census, 202425';
comment on column shape.census_pupil.census_term is 'Term of the census: AUT, SPR or SUM';
comment on column shape.census_pupil.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.census_pupil.on_roll is 'Whether the pupil was on roll on census day';
comment on column shape.census_pupil.pupil_key is 'Pseudonym of the pupil';
comment on column shape.census_pupil.former_pupil_key is 'Pseudonym of the UPN that the pupil had before';
comment on column shape.census_pupil.sex is 'M or F';
comment on column shape.census_pupil.birth_year_month is 'Year and month of birth, 2015-04';
comment on column shape.census_pupil.age_at_31_august is 'Age on 31 August before the academic year';
comment on column shape.census_pupil.entry_date is 'First day at the school';
comment on column shape.census_pupil.leaving_date is 'Last day at the school, of a pupil no longer on roll';
comment on column shape.census_pupil.enrol_status is 'C single, M main or S subsidiary registration, F FE college, O other provider; null unknown';
comment on column shape.census_pupil.ncyear is 'National curriculum year, actual or on leaving';
comment on column shape.census_pupil.sen_provision is 'N none, K SEN support, E EHC plan';
comment on column shape.census_pupil.ethnicity is 'Extended ethnicity code; spring census only';
comment on column shape.census_pupil.language is 'First language';
comment on column shape.census_pupil.part_time is 'Whether the pupil attends part-time';
comment on column shape.census_pupil.boarder is 'Boarder status';
comment on column shape.census_pupil.plaa is 'Post looked-after arrangements';
comment on column shape.census_pupil.service_child is 'Whether a parent serves in the armed forces: Y, N, U or R';
comment on column shape.census_pupil.young_carer is 'P identified by parent, S by school, N not declared; spring census only';
comment on column shape.census_pupil.fsm_on_census_day is 'Whether a period of free school meals was open on census day';
comment on column shape.census_pupil.sen_unit_indicator is 'Whether the pupil is in a SEN unit';
comment on column shape.census_pupil.resourced_provision_indicator is 'Whether the pupil is in resourced provision';
comment on column shape.census_pupil.top_up_funding is 'Whether the pupil has top-up funding';
comment on column shape.census_pupil.termly_sessions_possible is 'Possible sessions of the term before';
comment on column shape.census_pupil.summer_half_term2_sessions_possible is 'Possible sessions of the second half of the summer term; autumn census only';
comment on column shape.census_pupil.reference_date is 'Census day';
comment on column shape.census_pupil.submission_key is 'Submission that brought the row';
comment on column shape.census_pupil.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.census_pupil.received_at is 'When the submission was received, UTC';
comment on column shape.census_pupil.arrival is 'Orders submissions received at one instant';

create or replace table shape.census_fsm_period (
    academic_year integer,
    census_term varchar,
    laestab integer,
    pupil_key bigint,
    fsm_start_date date,
    fsm_end_date date,
    uk_country varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.census_fsm_period is 'One row per period of free school meals that a census returned';
comment on column shape.census_fsm_period.academic_year is 'Academic year of the census, 202425';
comment on column shape.census_fsm_period.census_term is 'Term of the census: AUT, SPR or SUM';
comment on column shape.census_fsm_period.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.census_fsm_period.pupil_key is 'Pseudonym of the pupil';
comment on column shape.census_fsm_period.fsm_start_date is 'First day of the period';
comment on column shape.census_fsm_period.fsm_end_date is 'Last day; null while it is open';
comment on column shape.census_fsm_period.uk_country is 'Country that granted it: ENG, NIR, SCT or WLS';
comment on column shape.census_fsm_period.submission_key is 'Submission that brought the row';
comment on column shape.census_fsm_period.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.census_fsm_period.received_at is 'When the submission was received, UTC';

create or replace table shape.census_sen_need (
    academic_year integer,
    census_term varchar,
    laestab integer,
    pupil_key bigint,
    sen_type_rank integer,
    sen_type varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.census_sen_need is 'One row per SEN need that a spring census returned';
comment on column shape.census_sen_need.academic_year is 'Academic year of the census, 202425';
comment on column shape.census_sen_need.census_term is 'Term of the census: AUT, SPR or SUM';
comment on column shape.census_sen_need.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.census_sen_need.pupil_key is 'Pseudonym of the pupil';
comment on column shape.census_sen_need.sen_type_rank is '1 primary need, 2 secondary need';
comment on column shape.census_sen_need.sen_type is 'Type of need';
comment on column shape.census_sen_need.submission_key is 'Submission that brought the row';
comment on column shape.census_sen_need.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.census_sen_need.received_at is 'When the submission was received, UTC';

create or replace table shape.census_exclusion (
    academic_year integer,
    census_term varchar,
    laestab integer,
    pupil_key bigint,
    on_roll boolean,
    start_date date,
    category varchar,
    category_raw varchar,
    sessions integer,
    reason1 varchar,
    reason2 varchar,
    reason3 varchar,
    sen_provision varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.census_exclusion is 'One row per exclusion that a census returned';
comment on column shape.census_exclusion.academic_year is 'Academic year of the census, 202425';
comment on column shape.census_exclusion.census_term is 'Term of the census: AUT, SPR or SUM';
comment on column shape.census_exclusion.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.census_exclusion.pupil_key is 'Pseudonym of the pupil';
comment on column shape.census_exclusion.on_roll is 'Whether the pupil was on roll on census day';
comment on column shape.census_exclusion.start_date is 'First day of the exclusion';
comment on column shape.census_exclusion.category is 'SUSP, PERM or LNCH';
comment on column shape.census_exclusion.category_raw is 'Category as it was sent: FIXD before August 2021';
comment on column shape.census_exclusion.sessions is 'Sessions lost; half a day each';
comment on column shape.census_exclusion.reason1 is 'First reason';
comment on column shape.census_exclusion.reason2 is 'Second reason';
comment on column shape.census_exclusion.reason3 is 'Third reason';
comment on column shape.census_exclusion.sen_provision is 'SEN provision when the exclusion started: N, K or E';
comment on column shape.census_exclusion.submission_key is 'Submission that brought the row';
comment on column shape.census_exclusion.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.census_exclusion.received_at is 'When the submission was received, UTC';

create or replace table shape.census_session (
    academic_year integer,
    census_term varchar,
    laestab integer,
    pupil_key bigint,
    on_roll boolean,
    attendance_window varchar,
    attendance_reason varchar,
    sessions integer,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.census_session is 'One row per pupil, school, census, window and attendance code';
comment on column shape.census_session.academic_year is 'Academic year of the census, 202425';
comment on column shape.census_session.census_term is 'Term of the census: AUT, SPR or SUM';
comment on column shape.census_session.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.census_session.pupil_key is 'Pseudonym of the pupil';
comment on column shape.census_session.on_roll is 'Whether the pupil was on roll on census day';
comment on column shape.census_session.attendance_window is 'TERM the term before the census, SUM2 the second half of the summer term';
comment on column shape.census_session.attendance_reason is 'Attendance code';
comment on column shape.census_session.sessions is 'Sessions marked with it';
comment on column shape.census_session.submission_key is 'Submission that brought the row';
comment on column shape.census_session.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.census_session.received_at is 'When the submission was received, UTC';

create or replace table shape.census_school_arranged_ap (
    academic_year integer,
    census_term varchar,
    laestab integer,
    pupil_key bigint,
    urn integer,
    ukprn integer,
    entry_date date,
    leaving_date date,
    ap_sessions_per_week integer,
    ap_setting_type varchar,
    placement_reason varchar,
    sen_provision_entry varchar,
    sen_provision_leaving varchar,
    ap_attendance_pattern varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.census_school_arranged_ap is 'One row per placement in alternative provision that a school arranged';
comment on column shape.census_school_arranged_ap.academic_year is 'Academic year of the census, 202425';
comment on column shape.census_school_arranged_ap.census_term is 'Term of the census: AUT, SPR or SUM';
comment on column shape.census_school_arranged_ap.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.census_school_arranged_ap.pupil_key is 'Pseudonym of the pupil';
comment on column shape.census_school_arranged_ap.urn is 'Provider''s unique reference number';
comment on column shape.census_school_arranged_ap.ukprn is 'Provider''s UK register number';
comment on column shape.census_school_arranged_ap.entry_date is 'First day of the placement';
comment on column shape.census_school_arranged_ap.leaving_date is 'Last day of the placement';
comment on column shape.census_school_arranged_ap.ap_sessions_per_week is 'Sessions a week';
comment on column shape.census_school_arranged_ap.ap_setting_type is 'Type of setting where the provider has no number: NFE, OOT, OTH or WBP';
comment on column shape.census_school_arranged_ap.placement_reason is 'Reason: BHS, SUS, EXR, MHN, PHN or OTH';
comment on column shape.census_school_arranged_ap.sen_provision_entry is 'SEN provision on entry';
comment on column shape.census_school_arranged_ap.sen_provision_leaving is 'SEN provision on leaving';
comment on column shape.census_school_arranged_ap.ap_attendance_pattern is 'FT full-time, PT part-time';
comment on column shape.census_school_arranged_ap.submission_key is 'Submission that brought the row';
comment on column shape.census_school_arranged_ap.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.census_school_arranged_ap.received_at is 'When the submission was received, UTC';

create or replace table shape.attendance_mark (
    laestab integer,
    urn integer,
    pupil_key bigint,
    attendance_date date,
    session varchar,
    attendance_code varchar,
    minutes_late integer,
    recorded_at timestamp,
    is_superseded boolean,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.attendance_mark is 'One row per pupil, school, date and session';
comment on column shape.attendance_mark.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.attendance_mark.urn is 'Unique reference number of the school in GIAS';
comment on column shape.attendance_mark.pupil_key is 'Pseudonym of the pupil';
comment on column shape.attendance_mark.attendance_date is 'Day of the session';
comment on column shape.attendance_mark.session is 'AM or PM';
comment on column shape.attendance_mark.attendance_code is 'Statutory attendance code';
comment on column shape.attendance_mark.minutes_late is 'Minutes late';
comment on column shape.attendance_mark.recorded_at is 'When the school recorded the mark';
comment on column shape.attendance_mark.is_superseded is 'Whether the same file has a later mark of the session, which counts instead';
comment on column shape.attendance_mark.submission_key is 'Submission that brought the row';
comment on column shape.attendance_mark.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.attendance_mark.received_at is 'When the submission was received, UTC';

create or replace table shape.ebsna_episode (
    episode_id varchar,
    pupil_key bigint,
    laestab integer,
    provision_code varchar,
    referral_date date,
    support_start_date date,
    support_end_date date,
    outcome varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.ebsna_episode is 'One row per referral for emotionally based school non-attendance';
comment on column shape.ebsna_episode.episode_id is 'The register''s number of the episode';
comment on column shape.ebsna_episode.pupil_key is 'Pseudonym of the pupil';
comment on column shape.ebsna_episode.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.ebsna_episode.provision_code is 'Provision that supports the pupil';
comment on column shape.ebsna_episode.referral_date is 'Day of the referral';
comment on column shape.ebsna_episode.support_start_date is 'First day of support';
comment on column shape.ebsna_episode.support_end_date is 'Last day of support; null while it lasts';
comment on column shape.ebsna_episode.outcome is 'Outcome of the episode';
comment on column shape.ebsna_episode.submission_key is 'Submission that brought the row';
comment on column shape.ebsna_episode.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.ebsna_episode.received_at is 'When the submission was received, UTC';

create or replace table shape.placement (
    placement_id varchar,
    pupil_key bigint,
    home_laestab integer,
    provision_code varchar,
    provider_urn integer,
    provider_la_code integer,
    placement_type varchar,
    support_tier varchar,
    reason varchar,
    referral_date date,
    start_date date,
    planned_end_date date,
    end_date date,
    sessions_per_week integer,
    exception_reason varchar,
    mdt_date date,
    parent_consulted_date date,
    has_exit_plan boolean,
    destination varchar,
    protective_reason varchar,
    travel_minutes integer,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.placement is 'One row per placement of the placement register';
comment on column shape.placement.placement_id is 'The register''s number of the placement';
comment on column shape.placement.pupil_key is 'Pseudonym of the pupil';
comment on column shape.placement.home_laestab is 'School at which the pupil is on roll';
comment on column shape.placement.provision_code is 'Provision in which the pupil is placed';
comment on column shape.placement.provider_urn is 'Provider''s unique reference number';
comment on column shape.placement.provider_la_code is 'Local authority of the provider';
comment on column shape.placement.placement_type is 'Type of placement';
comment on column shape.placement.support_tier is 'Tier of support';
comment on column shape.placement.reason is 'Reason for the placement';
comment on column shape.placement.referral_date is 'Day of the referral';
comment on column shape.placement.start_date is 'First day of the placement';
comment on column shape.placement.planned_end_date is 'Day on which it should end';
comment on column shape.placement.end_date is 'Last day; null while it lasts';
comment on column shape.placement.sessions_per_week is 'Sessions a week';
comment on column shape.placement.exception_reason is 'Why a rule of the provision was set aside';
comment on column shape.placement.mdt_date is 'Day of the multi-disciplinary meeting';
comment on column shape.placement.parent_consulted_date is 'Day on which the parent was consulted';
comment on column shape.placement.has_exit_plan is 'Whether there is an exit plan';
comment on column shape.placement.destination is 'Where the pupil went';
comment on column shape.placement.protective_reason is 'Why the pupil is placed away for protection';
comment on column shape.placement.travel_minutes is 'Minutes of travel';
comment on column shape.placement.submission_key is 'Submission that brought the row';
comment on column shape.placement.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.placement.received_at is 'When the submission was received, UTC';

create or replace table shape.provision (
    provision_code varchar,
    provision_name varchar,
    provision_type varchar,
    la_code integer,
    neighbourhood varchar,
    host_laestab integer,
    key_stages varchar,
    need_focus varchar,
    support_tier varchar,
    commissioned_capacity integer,
    capacity_primary integer,
    capacity_secondary integer,
    capacity_post16 integer,
    is_full_time boolean,
    is_registered boolean,
    valid_from date,
    valid_to date,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.provision is 'One row per provision and period of validity';
comment on column shape.provision.provision_code is 'Code of the provision';
comment on column shape.provision.provision_name is 'Name of the provision';
comment on column shape.provision.provision_type is 'Type of the provision';
comment on column shape.provision.la_code is 'Code of the local authority';
comment on column shape.provision.neighbourhood is 'Code of the neighbourhood';
comment on column shape.provision.host_laestab is 'School that hosts it';
comment on column shape.provision.key_stages is 'Key stages it takes, separated by blanks';
comment on column shape.provision.need_focus is 'Need that it is for';
comment on column shape.provision.support_tier is 'Tier of support';
comment on column shape.provision.commissioned_capacity is 'Places commissioned';
comment on column shape.provision.capacity_primary is 'Of these, primary';
comment on column shape.provision.capacity_secondary is 'Of these, secondary';
comment on column shape.provision.capacity_post16 is 'Of these, post-16';
comment on column shape.provision.is_full_time is 'Whether it is full-time';
comment on column shape.provision.is_registered is 'Whether it is registered as a school';
comment on column shape.provision.valid_from is 'First day of this version';
comment on column shape.provision.valid_to is 'Last day of this version; null while it lasts';
comment on column shape.provision.submission_key is 'Submission that brought the row';
comment on column shape.provision.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.provision.received_at is 'When the submission was received, UTC';

create or replace table shape.placement_cost (
    placement_id varchar,
    la_code integer,
    financial_year integer,
    month integer,
    element varchar,
    provider_sector varchar,
    s251_line varchar,
    budget_gbp decimal(14, 2),
    actual_gbp decimal(14, 2),
    forecast_gbp decimal(14, 2),
    invoice_ref varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.placement_cost is 'One row per placement, month and element of cost';
comment on column shape.placement_cost.placement_id is 'The register''s number of the placement';
comment on column shape.placement_cost.la_code is 'Code of the local authority';
comment on column shape.placement_cost.financial_year is 'Financial year, 202425';
comment on column shape.placement_cost.month is 'Month of the financial year, 1 is April';
comment on column shape.placement_cost.element is 'PLACE, TOPUP, FEE, TRANSPORT, OUTREACH or OTHER';
comment on column shape.placement_cost.provider_sector is 'Sector of the provider';
comment on column shape.placement_cost.s251_line is 'Section 251 line';
comment on column shape.placement_cost.budget_gbp is 'Budget';
comment on column shape.placement_cost.actual_gbp is 'Actual';
comment on column shape.placement_cost.forecast_gbp is 'Forecast';
comment on column shape.placement_cost.invoice_ref is 'Number of the invoice';
comment on column shape.placement_cost.submission_key is 'Submission that brought the row';
comment on column shape.placement_cost.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.placement_cost.received_at is 'When the submission was received, UTC';

create or replace table shape.s251_line (
    statement varchar,
    financial_year integer,
    la_code integer,
    line_code varchar,
    category varchar,
    early_years_gbp decimal(14, 2),
    primary_gbp decimal(14, 2),
    secondary_gbp decimal(14, 2),
    special_gbp decimal(14, 2),
    alternative_provision_gbp decimal(14, 2),
    post16_gbp decimal(14, 2),
    gross_gbp decimal(14, 2),
    income_gbp decimal(14, 2),
    net_gbp decimal(14, 2),
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.s251_line is 'One row per authority, financial year, statement and Section 251 line';
comment on column shape.s251_line.statement is 'BUDGET or OUTTURN';
comment on column shape.s251_line.financial_year is 'Financial year, 202425';
comment on column shape.s251_line.la_code is 'Code of the local authority';
comment on column shape.s251_line.line_code is 'Code of the line, 1.2.1';
comment on column shape.s251_line.category is 'Code and words of the line';
comment on column shape.s251_line.early_years_gbp is 'Early years establishments';
comment on column shape.s251_line.primary_gbp is 'Primary schools';
comment on column shape.s251_line.secondary_gbp is 'Secondary schools';
comment on column shape.s251_line.special_gbp is 'SEN and special schools';
comment on column shape.s251_line.alternative_provision_gbp is 'Pupil referral units and alternative provision';
comment on column shape.s251_line.post16_gbp is 'Post-16';
comment on column shape.s251_line.gross_gbp is 'Gross expenditure';
comment on column shape.s251_line.income_gbp is 'Income';
comment on column shape.s251_line.net_gbp is 'Net expenditure';
comment on column shape.s251_line.submission_key is 'Submission that brought the row';
comment on column shape.s251_line.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.s251_line.received_at is 'When the submission was received, UTC';

create or replace table shape.dsg_allocation (
    la_code integer,
    financial_year integer,
    block varchar,
    gross_gbp decimal(14, 2),
    recoupment_gbp decimal(14, 2),
    net_gbp decimal(14, 2),
    published_on date,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.dsg_allocation is 'One row per authority, financial year, block and publication of the Dedicated Schools Grant';
comment on column shape.dsg_allocation.la_code is 'Code of the local authority';
comment on column shape.dsg_allocation.financial_year is 'Financial year, 202425';
comment on column shape.dsg_allocation.block is 'Block of the grant';
comment on column shape.dsg_allocation.gross_gbp is 'Before deductions';
comment on column shape.dsg_allocation.recoupment_gbp is 'Deducted for places that the department funds directly';
comment on column shape.dsg_allocation.net_gbp is 'After deductions';
comment on column shape.dsg_allocation.published_on is 'Day of publication';
comment on column shape.dsg_allocation.submission_key is 'Submission that brought the row';
comment on column shape.dsg_allocation.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.dsg_allocation.received_at is 'When the submission was received, UTC';

create or replace table shape.benchmark (
    dataset varchar,
    time_period integer,
    time_identifier varchar,
    geographic_level varchar,
    area_code varchar,
    school_type varchar,
    breakdown_topic varchar,
    breakdown varchar,
    measure varchar,
    value double,
    value_status varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.benchmark is 'One row per published figure';
comment on column shape.benchmark.dataset is 'Kind of file, by its header';
comment on column shape.benchmark.time_period is 'Period as EES writes it, 202425';
comment on column shape.benchmark.time_identifier is 'Kind of period as EES writes it';
comment on column shape.benchmark.geographic_level is 'National, Regional, Local authority or School';
comment on column shape.benchmark.area_code is 'Code of the area; LAESTAB of a school';
comment on column shape.benchmark.school_type is 'Type or phase of schools';
comment on column shape.benchmark.breakdown_topic is 'Topic of the breakdown';
comment on column shape.benchmark.breakdown is 'Group within the topic';
comment on column shape.benchmark.measure is 'Name of the measure, as today''s files write it';
comment on column shape.benchmark.value is 'The figure; null where it is not shown';
comment on column shape.benchmark.value_status is 'ok, or why there is no figure: c, z, x, low or u';
comment on column shape.benchmark.submission_key is 'Submission that brought the row';
comment on column shape.benchmark.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.benchmark.received_at is 'When the submission was received, UTC';

create or replace table shape.policy_event (
    laestab integer,
    event_date date,
    event varchar,
    detail varchar,
    submission_key bigint,
    source_line integer,
    received_at timestamp
);
comment on table shape.policy_event is 'One row per policy change, charter or training of a school';
comment on column shape.policy_event.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.policy_event.event_date is 'Day of the event';
comment on column shape.policy_event.event is 'POLICY_CHANGE, CHARTER_SIGNED or TRAINED';
comment on column shape.policy_event.detail is 'What it was';
comment on column shape.policy_event.submission_key is 'Submission that brought the row';
comment on column shape.policy_event.source_line is 'Line of the row in its file, the header being line 1';
comment on column shape.policy_event.received_at is 'When the submission was received, UTC';

create or replace table shape.submission (
    submission_key bigint,
    submission_id varchar,
    return_name varchar,
    received_at timestamp,
    arrival bigint,
    state varchar,
    row_count bigint,
    accepted_count bigint,
    rejected_count bigint
);
comment on table shape.submission is 'One row per submission whose rows are known at the as-of';
comment on column shape.submission.submission_key is 'Key on every row that the submission brought';
comment on column shape.submission.submission_id is 'Name of the submission';
comment on column shape.submission.return_name is 'The return';
comment on column shape.submission.received_at is 'When it was received, UTC';
comment on column shape.submission.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column shape.submission.state is 'accepted, accepted_with_queries or replaced';
comment on column shape.submission.row_count is 'Rows in its files';
comment on column shape.submission.accepted_count is 'Rows accepted';
comment on column shape.submission.rejected_count is 'Rows rejected';

-- Suspensions and permanent exclusions.
create or replace table core.bridge_exclusion_source (
    laestab integer,
    time_period integer,
    term varchar,
    source varchar,
    source_set varchar,
    first_census varchar,
    last_census varchar,
    collected_by integer,
    data_status varchar
);
comment on table core.bridge_exclusion_source is 'One row per school, academic year and term that a notice or a census tells of';
comment on column core.bridge_exclusion_source.laestab is 'DfE number of the school';
comment on column core.bridge_exclusion_source.time_period is 'Academic year, 202425';
comment on column core.bridge_exclusion_source.term is 'AUT, SPR or SUM';
comment on column core.bridge_exclusion_source.source is 'Source of record: notices or census';
comment on column core.bridge_exclusion_source.source_set is 'The one set that counts: notices, or the census, 202425-SUM';
comment on column core.bridge_exclusion_source.first_census is 'Accepted census that collected the term first';
comment on column core.bridge_exclusion_source.last_census is 'Accepted census that collected the term last; the latest return of a term stands';
comment on column core.bridge_exclusion_source.collected_by is 'Number of accepted censuses that collected the term';
comment on column core.bridge_exclusion_source.data_status is 'final once the last census that collects the term is accepted and counts, else provisional';

create or replace table core.bridge_headcount_source (
    laestab integer,
    time_period integer,
    january_period integer,
    is_carried boolean
);
comment on table core.bridge_headcount_source is 'One row per school and academic year: the January whose pupils are its headcount';
comment on column core.bridge_headcount_source.laestab is 'DfE number of the school';
comment on column core.bridge_headcount_source.time_period is 'Academic year, 202425';
comment on column core.bridge_headcount_source.january_period is 'Academic year of that January';
comment on column core.bridge_headcount_source.is_carried is 'Whether it is an earlier one, as the year''s own is not told yet';

create or replace table core.fact_exclusion (
    exclusion_key bigint,
    pupil_key bigint,
    pupil_term_key bigint,
    school_key bigint,
    laestab integer,
    time_period integer,
    term varchar,
    start_date date,
    end_date date,
    category varchar,
    category_raw varchar,
    sessions_lost integer,
    days_lost_exact decimal(7, 1),
    duration_days_band integer,
    sen_provision_at_start varchar,
    nth_in_year integer,
    is_first_in_year boolean,
    source varchar,
    source_set varchar,
    reporting_census varchar,
    is_standing boolean,
    is_counted boolean,
    not_counted_reason varchar,
    data_status varchar,
    notice_id varchar,
    notice_date date,
    notice_lag_days integer,
    is_notice_late boolean,
    is_by_guiding_principles boolean,
    is_ehcp_review_held boolean,
    outcome varchar,
    is_day6_required boolean,
    is_day6_met boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_exclusion is 'One row per suspension, permanent exclusion or lunchtime exclusion, as each source tells it';
comment on column core.fact_exclusion.exclusion_key is 'Key of the row';
comment on column core.fact_exclusion.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column core.fact_exclusion.pupil_term_key is 'The pupil in the term in which the exclusion started, else in that of the census that reported it';
comment on column core.fact_exclusion.school_key is 'School as it was on the start date; -1 while GIAS knows none, -3 where the school opened later';
comment on column core.fact_exclusion.laestab is 'DfE number of the school';
comment on column core.fact_exclusion.time_period is 'Academic year of the start date';
comment on column core.fact_exclusion.term is 'Term of the start date';
comment on column core.fact_exclusion.start_date is 'First day of the exclusion; the day that dates it';
comment on column core.fact_exclusion.end_date is 'Last day of the exclusion, as the notice says';
comment on column core.fact_exclusion.category is 'SUSP, PERM or LNCH';
comment on column core.fact_exclusion.category_raw is 'Category as it was sent';
comment on column core.fact_exclusion.sessions_lost is 'Sessions lost to a suspension; half a day each';
comment on column core.fact_exclusion.days_lost_exact is 'Sessions lost divided by two';
comment on column core.fact_exclusion.duration_days_band is 'Days of a suspension as the published bands count them: a part of a day is one';
comment on column core.fact_exclusion.sen_provision_at_start is 'SEN provision when the exclusion started: N, K or E';
comment on column core.fact_exclusion.nth_in_year is 'Place of a counted suspension among those of the pupil in the year, at all schools';
comment on column core.fact_exclusion.is_first_in_year is 'Whether it is the first of them';
comment on column core.fact_exclusion.source is 'notices or census';
comment on column core.fact_exclusion.source_set is 'notices, or the census that told it, 202425-SUM';
comment on column core.fact_exclusion.reporting_census is 'The census that told it; null for a notice';
comment on column core.fact_exclusion.is_standing is 'Whether it stands in its own source: not overturned, the school open, not told twice, in the latest census of its term';
comment on column core.fact_exclusion.is_counted is 'Whether it counts: it stands, its source is the source of record, and its first day has come';
comment on column core.fact_exclusion.not_counted_reason is 'OVERTURNED, SCHOOL_NOT_OPEN, DUPLICATE, REPEATED_IN_LATER_CENSUS, WITHDRAWN_IN_LATER_CENSUS, NOT_SOURCE_OF_RECORD or NOT_STARTED';
comment on column core.fact_exclusion.data_status is 'final once the last census that collects the term is accepted and counts, else provisional';
comment on column core.fact_exclusion.notice_id is 'Number of the notice';
comment on column core.fact_exclusion.notice_date is 'Day on which the authority was told';
comment on column core.fact_exclusion.notice_lag_days is 'Days from the start to the notice';
comment on column core.fact_exclusion.is_notice_late is 'Whether the authority was told later than on the next school day after the start; null where no notice or no term dates say it';
comment on column core.fact_exclusion.is_by_guiding_principles is 'Whether the school used the authority''s guiding principles, as the notice says';
comment on column core.fact_exclusion.is_ehcp_review_held is 'Whether an interim review of the EHC plan was held; null where there is no plan or no notice says it';
comment on column core.fact_exclusion.outcome is 'Outcome that the notice gives; PENDING where it gives none, UPHELD for what a census returns';
comment on column core.fact_exclusion.is_day6_required is 'Whether education must be provided from the sixth school day: a permanent exclusion, or more than ten sessions';
comment on column core.fact_exclusion.is_day6_met is 'Whether the notice shows that it was; null where it is not required or no notice tells, and where the sixth day has not come or term dates do not say it';
comment on column core.fact_exclusion.submission_key is 'Submission that brought the row';
comment on column core.fact_exclusion.source_line is 'Line of the row in its file';

create or replace table core.bridge_exclusion_reason (
    exclusion_key bigint,
    reason_rank integer,
    reason_code varchar,
    reason_key bigint,
    mention integer,
    submission_key bigint,
    source_line integer
);
comment on table core.bridge_exclusion_reason is 'One row per exclusion and reason given for it';
comment on column core.bridge_exclusion_reason.exclusion_key is 'The exclusion';
comment on column core.bridge_exclusion_reason.reason_rank is '1 to 3, as it was given';
comment on column core.bridge_exclusion_reason.reason_code is 'Code of the reason';
comment on column core.bridge_exclusion_reason.reason_key is 'The reason as it was valid on the start date; -1 where the code set has none';
comment on column core.bridge_exclusion_reason.mention is '1; mentions add up to more than exclusions';
comment on column core.bridge_exclusion_reason.submission_key is 'Submission that brought the row';
comment on column core.bridge_exclusion_reason.source_line is 'Line of the row in its file';

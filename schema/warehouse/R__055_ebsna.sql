-- Emotionally based school non-attendance (EBSNA): the register, and how its pupils attend.
create or replace table core.fact_ebsna_episode (
    ebsna_episode_key bigint,
    episode_id varchar,
    pupil_key bigint,
    time_period integer,
    term varchar,
    pupil_term_key bigint,
    laestab integer,
    school_key bigint,
    provision_code varchar,
    provision_key bigint,
    referral_date date,
    support_start_date date,
    support_end_date date,
    outcome varchar,
    is_in_support boolean,
    is_post_complete boolean,
    baseline_possible integer,
    baseline_attended integer,
    post_possible integer,
    post_attended integer,
    change_pp double,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_ebsna_episode is 'One row per referral for emotionally based school non-attendance (EBSNA); no attendance code means EBSNA, the register alone tells';
comment on column core.fact_ebsna_episode.ebsna_episode_key is 'Key of the episode';
comment on column core.fact_ebsna_episode.episode_id is 'The register''s number of the episode';
comment on column core.fact_ebsna_episode.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column core.fact_ebsna_episode.time_period is 'Academic year in which support started, before that the year of the referral: 202425';
comment on column core.fact_ebsna_episode.term is 'Term of that day: AUT, SPR or SUM';
comment on column core.fact_ebsna_episode.pupil_term_key is 'The pupil in that term; -1 unknown';
comment on column core.fact_ebsna_episode.laestab is 'DfE number of the school: LA code and establishment number';
comment on column core.fact_ebsna_episode.school_key is 'The school as it stood on that day; -1 unknown';
comment on column core.fact_ebsna_episode.provision_code is 'Provision that supports the pupil';
comment on column core.fact_ebsna_episode.provision_key is 'The provision as it stood on that day; -1 unknown, -2 none';
comment on column core.fact_ebsna_episode.referral_date is 'Day of the referral';
comment on column core.fact_ebsna_episode.support_start_date is 'First day of support; null while the pupil waits';
comment on column core.fact_ebsna_episode.support_end_date is 'Last day of support; null while it lasts';
comment on column core.fact_ebsna_episode.outcome is 'Outcome of the episode';
comment on column core.fact_ebsna_episode.is_in_support is 'Whether support lasts at the as-of; null while the pupil waits';
comment on column core.fact_ebsna_episode.is_post_complete is 'Whether all of the window after the start is over';
comment on column core.fact_ebsna_episode.baseline_possible is 'Possible sessions in the weeks before support started';
comment on column core.fact_ebsna_episode.baseline_attended is 'Sessions attended of these';
comment on column core.fact_ebsna_episode.post_possible is 'Possible sessions in as many weeks from the first day of support';
comment on column core.fact_ebsna_episode.post_attended is 'Sessions attended of these';
comment on column core.fact_ebsna_episode.change_pp is 'Attendance of the weeks after less that of the weeks before, in percentage points; null where either is not known';
comment on column core.fact_ebsna_episode.submission_key is 'Submission that brought the row';
comment on column core.fact_ebsna_episode.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_ebsna_half_term (
    ebsna_half_term_key bigint,
    ebsna_episode_key bigint,
    pupil_key bigint,
    time_period integer,
    half_term varchar,
    last_marked date,
    is_in_support boolean,
    possible integer,
    attended integer,
    code_i integer,
    code_c integer,
    code_c2 integer,
    code_o integer,
    code_n integer,
    code_b integer,
    code_k integer
);
comment on table core.fact_ebsna_half_term is 'One row per EBSNA episode with support and half term with marks from the first day of support on';
comment on column core.fact_ebsna_half_term.ebsna_half_term_key is 'Key of the row';
comment on column core.fact_ebsna_half_term.ebsna_episode_key is 'The episode';
comment on column core.fact_ebsna_half_term.pupil_key is 'The person';
comment on column core.fact_ebsna_half_term.time_period is 'Academic year, 202425';
comment on column core.fact_ebsna_half_term.half_term is 'AUT1 to SUM2';
comment on column core.fact_ebsna_half_term.last_marked is 'Last day with a mark';
comment on column core.fact_ebsna_half_term.is_in_support is 'Whether support lasted to the end of the half term, or to the as-of while it runs';
comment on column core.fact_ebsna_half_term.possible is 'Possible sessions';
comment on column core.fact_ebsna_half_term.attended is 'Sessions attended';
comment on column core.fact_ebsna_half_term.code_i is 'Sessions marked I: illness';
comment on column core.fact_ebsna_half_term.code_c is 'Sessions marked C: exceptional circumstances';
comment on column core.fact_ebsna_half_term.code_c2 is 'Sessions marked C2: part-time timetable';
comment on column core.fact_ebsna_half_term.code_o is 'Sessions marked O: other or unknown circumstances';
comment on column core.fact_ebsna_half_term.code_n is 'Sessions marked N: reason not yet established';
comment on column core.fact_ebsna_half_term.code_b is 'Sessions marked B: educated off site';
comment on column core.fact_ebsna_half_term.code_k is 'Sessions marked K: education arranged by the local authority';

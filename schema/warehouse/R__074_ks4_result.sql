-- Results of key stage 4.
create or replace table core.fact_ks4_result (
    ks4_result_key bigint,
    pupil_key bigint,
    time_period integer,
    pupil_term_key bigint,
    laestab integer,
    school_key bigint,
    is_in_ap boolean,
    is_at_partnership_place boolean,
    is_supported_on_roll boolean,
    was_permanently_excluded boolean,
    gcse_entries integer,
    gcse_9_4 integer,
    gcse_9_5_english_maths boolean,
    attainment8 decimal(14, 2),
    is_comparable boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_ks4_result is 'One row per pupil and academic year with results of key stage 4';
comment on column core.fact_ks4_result.ks4_result_key is 'Key of the row';
comment on column core.fact_ks4_result.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column core.fact_ks4_result.time_period is 'Academic year, 202425';
comment on column core.fact_ks4_result.pupil_term_key is 'The pupil in the summer term of the year; -1 unknown';
comment on column core.fact_ks4_result.laestab is 'DfE number of the school at which the pupil is counted';
comment on column core.fact_ks4_result.school_key is 'That school on 1 June of the year; -1 unknown, -2 none';
comment on column core.fact_ks4_result.is_in_ap is 'Whether the pupil is counted at alternative provision or was placed in it in the year';
comment on column core.fact_ks4_result.is_at_partnership_place is 'Whether the pupil had a partnership place in the year';
comment on column core.fact_ks4_result.is_supported_on_roll is 'Whether the pupil had a placement in the year and is counted at the own school';
comment on column core.fact_ks4_result.was_permanently_excluded is 'Whether the pupil was ever permanently excluded by the end of the year';
comment on column core.fact_ks4_result.gcse_entries is 'GCSEs and equivalents entered';
comment on column core.fact_ks4_result.gcse_9_4 is 'Of these, at grade 4 or above';
comment on column core.fact_ks4_result.gcse_9_5_english_maths is 'Whether English and mathematics are at grade 5 or above';
comment on column core.fact_ks4_result.attainment8 is 'Attainment 8 score';
comment on column core.fact_ks4_result.is_comparable is 'Whether grades of the year may be compared with other years';
comment on column core.fact_ks4_result.submission_key is 'Submission that brought the row';
comment on column core.fact_ks4_result.source_line is 'Line of the row in its file, the header being line 1';

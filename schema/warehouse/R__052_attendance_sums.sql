-- Attendance: sums of schools, and what censuses return of whole terms.
create or replace table shape.fact_attendance_school (
    attendance_school_key bigint,
    laestab integer,
    school_key bigint,
    education_phase varchar,
    time_period integer,
    time_identifier varchar,
    week_commencing date,
    breakdown_topic varchar,
    breakdown varchar,
    last_marked date,
    enrolments integer,
    judged_enrolments integer,
    pa_enrolments integer,
    severe_enrolments integer,
    possible integer,
    attending integer,
    educational_activity integer,
    authorised integer,
    unauthorised integer,
    code_l integer,
    code_k integer,
    code_v integer,
    code_p integer,
    code_w integer,
    code_b integer,
    code_j integer,
    code_c1 integer,
    code_m integer,
    code_j1 integer,
    code_s integer,
    code_c2 integer,
    code_c integer,
    code_t integer,
    code_r integer,
    code_i integer,
    code_e integer,
    code_h integer,
    code_f integer,
    code_g integer,
    code_n integer,
    code_o integer,
    code_u integer,
    code_d integer
);
comment on table shape.fact_attendance_school is 'One row per school, period, topic and group: pupils aged 5 to 15 of state-funded primary, secondary and special schools, those aged 15 until the spring bank holiday; a week of two academic years is a row of each';
comment on column shape.fact_attendance_school.attendance_school_key is 'Key of the row';
comment on column shape.fact_attendance_school.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.fact_attendance_school.school_key is 'The school as it last stood in the year';
comment on column shape.fact_attendance_school.education_phase is 'Primary, Secondary or Special';
comment on column shape.fact_attendance_school.time_period is 'Academic year, 202425';
comment on column shape.fact_attendance_school.time_identifier is 'Academic year, Autumn term, Autumn half term 1 and so on; Week 37 by ISO';
comment on column shape.fact_attendance_school.week_commencing is 'Monday of a week; null for longer periods';
comment on column shape.fact_attendance_school.breakdown_topic is 'Total, or what pupils are told apart by';
comment on column shape.fact_attendance_school.breakdown is 'Group within the topic; of the term, of a year its last term with marks';
comment on column shape.fact_attendance_school.last_marked is 'Last day of the period with a mark';
comment on column shape.fact_attendance_school.enrolments is 'Pupils at the school with a possible session in the period';
comment on column shape.fact_attendance_school.judged_enrolments is 'Those with at least the minimum of possible sessions; null for weeks and half terms';
comment on column shape.fact_attendance_school.pa_enrolments is 'Of these, those that missed 10 % or more of their own possible sessions; null for weeks and half terms';
comment on column shape.fact_attendance_school.severe_enrolments is 'Of these, those that missed 50 % or more; null for weeks and half terms';
comment on column shape.fact_attendance_school.possible is 'Possible sessions';
comment on column shape.fact_attendance_school.attending is 'Sessions attended, approved educational activity among them';
comment on column shape.fact_attendance_school.educational_activity is 'Sessions of approved educational activity: B, J, K, P, V and W, never D';
comment on column shape.fact_attendance_school.authorised is 'Sessions of authorised absence';
comment on column shape.fact_attendance_school.unauthorised is 'Sessions of unauthorised absence';
comment on column shape.fact_attendance_school.code_l is 'Sessions marked L: late, before the register closed';
comment on column shape.fact_attendance_school.code_k is 'Sessions marked K: attending education arranged by the local authority';
comment on column shape.fact_attendance_school.code_v is 'Sessions marked V: educational visit or trip';
comment on column shape.fact_attendance_school.code_p is 'Sessions marked P: approved sporting activity';
comment on column shape.fact_attendance_school.code_w is 'Sessions marked W: work experience';
comment on column shape.fact_attendance_school.code_b is 'Sessions marked B: educated off site';
comment on column shape.fact_attendance_school.code_j is 'Sessions marked J: interview, as approved activity until August 2024';
comment on column shape.fact_attendance_school.code_c1 is 'Sessions marked C1: regulated performance or employment abroad';
comment on column shape.fact_attendance_school.code_m is 'Sessions marked M: medical or dental appointment';
comment on column shape.fact_attendance_school.code_j1 is 'Sessions marked J1: interview';
comment on column shape.fact_attendance_school.code_s is 'Sessions marked S: study leave';
comment on column shape.fact_attendance_school.code_c2 is 'Sessions marked C2: part-time timetable';
comment on column shape.fact_attendance_school.code_c is 'Sessions marked C: exceptional circumstances';
comment on column shape.fact_attendance_school.code_t is 'Sessions marked T: parent travelling for occupation';
comment on column shape.fact_attendance_school.code_r is 'Sessions marked R: religious observance';
comment on column shape.fact_attendance_school.code_i is 'Sessions marked I: illness';
comment on column shape.fact_attendance_school.code_e is 'Sessions marked E: suspended or excluded, no other provision made';
comment on column shape.fact_attendance_school.code_h is 'Sessions marked H: holiday agreed by the school';
comment on column shape.fact_attendance_school.code_f is 'Sessions marked F: extended family holiday, until July 2014';
comment on column shape.fact_attendance_school.code_g is 'Sessions marked G: holiday not agreed';
comment on column shape.fact_attendance_school.code_n is 'Sessions marked N: reason not yet established';
comment on column shape.fact_attendance_school.code_o is 'Sessions marked O: other or unknown circumstances';
comment on column shape.fact_attendance_school.code_u is 'Sessions marked U: late, after the register closed';
comment on column shape.fact_attendance_school.code_d is 'Sessions marked D: dual registered, at the other school; not possible here';

create or replace table core.fact_attendance_termly (
    pupil_key bigint,
    school_key bigint,
    laestab integer,
    time_period integer,
    term varchar,
    attendance_window varchar,
    attendance_code_key bigint,
    attendance_code varchar,
    sessions integer,
    possible_sessions integer,
    age_at_31_august integer,
    is_counted boolean,
    not_counted_reason varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_attendance_termly is 'One row per pupil, school, window and attendance code that a census returned, and one for the window as a whole';
comment on column core.fact_attendance_termly.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column core.fact_attendance_termly.school_key is 'The school as it last stood in the term; -1 unknown';
comment on column core.fact_attendance_termly.laestab is 'DfE number of the school: LA code and establishment number';
comment on column core.fact_attendance_termly.time_period is 'Academic year of the window, not of the census: 202425';
comment on column core.fact_attendance_termly.term is 'Term of the window: AUT, SPR or SUM';
comment on column core.fact_attendance_termly.attendance_window is 'TERM the term, of the summer its first half; SUM2 the second half of the summer term';
comment on column core.fact_attendance_termly.attendance_code_key is 'Key of the code; -2 on the row of the whole window, -1 unknown';
comment on column core.fact_attendance_termly.attendance_code is 'Statutory attendance code; null on the row of the whole window';
comment on column core.fact_attendance_termly.sessions is 'Sessions of the code; null on the row of the whole window';
comment on column core.fact_attendance_termly.possible_sessions is 'Possible sessions; on the row of the whole window alone, null where not known';
comment on column core.fact_attendance_termly.age_at_31_august is 'Age on 31 August before the academic year of the window';
comment on column core.fact_attendance_termly.is_counted is 'Whether DfE''s absence figures count the enrolment in this window';
comment on column core.fact_attendance_termly.not_counted_reason is 'AGE, AGE_UNKNOWN, BOARDER, FIRST_ENROLLED_IN_SUM2, AGED_15_IN_SUM2 or NO_POSSIBLE_SESSIONS; null where it counts';
comment on column core.fact_attendance_termly.submission_key is 'Submission that brought the row';
comment on column core.fact_attendance_termly.source_line is 'Line of the row in its file, the header being line 1';

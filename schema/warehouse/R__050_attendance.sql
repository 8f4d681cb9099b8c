-- Attendance: marks of registers and their weeks.
create or replace table shape.fact_attendance_session (
    pupil_key bigint,
    school_key bigint,
    laestab integer,
    attendance_date date,
    session varchar,
    time_period integer,
    term varchar,
    attendance_code_key bigint,
    attendance_code varchar,
    possible tinyint,
    attending tinyint,
    authorised tinyint,
    unauthorised tinyint,
    submission_key bigint,
    source_line integer
);
comment on table shape.fact_attendance_session is 'One row per pupil, school, date and session, from registers';
comment on column shape.fact_attendance_session.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column shape.fact_attendance_session.school_key is 'The school as it stood on that day; -1 where GIAS knows no school of the number that was open then: such a mark counts in no figure';
comment on column shape.fact_attendance_session.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.fact_attendance_session.attendance_date is 'Day of the session';
comment on column shape.fact_attendance_session.session is 'AM or PM';
comment on column shape.fact_attendance_session.time_period is 'Academic year, 202425';
comment on column shape.fact_attendance_session.term is 'AUT, SPR or SUM, by the official windows';
comment on column shape.fact_attendance_session.attendance_code_key is 'Key of the code as it counted on that day; -1 unknown';
comment on column shape.fact_attendance_session.attendance_code is 'Statutory attendance code';
comment on column shape.fact_attendance_session.possible is '1 where the session was possible, else 0';
comment on column shape.fact_attendance_session.attending is '1 where the pupil was present or at an approved educational activity, else 0';
comment on column shape.fact_attendance_session.authorised is '1 where the pupil was absent with leave, else 0';
comment on column shape.fact_attendance_session.unauthorised is '1 where the pupil was absent without leave, else 0';
comment on column shape.fact_attendance_session.submission_key is 'Submission that brought the row';
comment on column shape.fact_attendance_session.source_line is 'Line of the row in its file, the header being line 1';

create or replace table shape.fact_attendance_weekly (
    pupil_key bigint,
    laestab integer,
    school_key bigint,
    time_period integer,
    term varchar,
    half_term varchar,
    week_commencing date,
    last_marked date,
    marks smallint,
    sessions_marked smallint,
    possible smallint,
    attending smallint,
    educational_activity smallint,
    authorised smallint,
    unauthorised smallint,
    code_l smallint,
    code_k smallint,
    code_v smallint,
    code_p smallint,
    code_w smallint,
    code_b smallint,
    code_j smallint,
    code_c1 smallint,
    code_m smallint,
    code_j1 smallint,
    code_s smallint,
    code_c2 smallint,
    code_c smallint,
    code_t smallint,
    code_r smallint,
    code_i smallint,
    code_e smallint,
    code_h smallint,
    code_f smallint,
    code_g smallint,
    code_n smallint,
    code_o smallint,
    code_u smallint,
    code_d smallint
);
comment on table shape.fact_attendance_weekly is 'One row per pupil, school and week, a week that two half terms share being two rows; of days on which the school was open, by GIAS';
comment on column shape.fact_attendance_weekly.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column shape.fact_attendance_weekly.laestab is 'DfE number of the school: LA code and establishment number';
comment on column shape.fact_attendance_weekly.school_key is 'The school as it stood on the last day of the week with a mark';
comment on column shape.fact_attendance_weekly.time_period is 'Academic year, 202425';
comment on column shape.fact_attendance_weekly.term is 'AUT, SPR or SUM, by the official windows';
comment on column shape.fact_attendance_weekly.half_term is 'AUT1 to SUM2; null where the calendar is not known';
comment on column shape.fact_attendance_weekly.week_commencing is 'Monday of the week';
comment on column shape.fact_attendance_weekly.last_marked is 'Last day of the week with a mark';
comment on column shape.fact_attendance_weekly.marks is 'Marks of any code';
comment on column shape.fact_attendance_weekly.sessions_marked is 'Different sessions among them; less than marks only where a session stands twice';
comment on column shape.fact_attendance_weekly.possible is 'Possible sessions';
comment on column shape.fact_attendance_weekly.attending is 'Sessions attended, approved educational activity among them';
comment on column shape.fact_attendance_weekly.educational_activity is 'Sessions of approved educational activity: B, J, K, P, V and W, never D';
comment on column shape.fact_attendance_weekly.authorised is 'Sessions of authorised absence';
comment on column shape.fact_attendance_weekly.unauthorised is 'Sessions of unauthorised absence';
comment on column shape.fact_attendance_weekly.code_l is 'Sessions marked L: late, before the register closed';
comment on column shape.fact_attendance_weekly.code_k is 'Sessions marked K: attending education arranged by the local authority';
comment on column shape.fact_attendance_weekly.code_v is 'Sessions marked V: educational visit or trip';
comment on column shape.fact_attendance_weekly.code_p is 'Sessions marked P: approved sporting activity';
comment on column shape.fact_attendance_weekly.code_w is 'Sessions marked W: work experience';
comment on column shape.fact_attendance_weekly.code_b is 'Sessions marked B: educated off site';
comment on column shape.fact_attendance_weekly.code_j is 'Sessions marked J: interview, as approved activity until August 2024';
comment on column shape.fact_attendance_weekly.code_c1 is 'Sessions marked C1: regulated performance or employment abroad';
comment on column shape.fact_attendance_weekly.code_m is 'Sessions marked M: medical or dental appointment';
comment on column shape.fact_attendance_weekly.code_j1 is 'Sessions marked J1: interview';
comment on column shape.fact_attendance_weekly.code_s is 'Sessions marked S: study leave';
comment on column shape.fact_attendance_weekly.code_c2 is 'Sessions marked C2: part-time timetable';
comment on column shape.fact_attendance_weekly.code_c is 'Sessions marked C: exceptional circumstances';
comment on column shape.fact_attendance_weekly.code_t is 'Sessions marked T: parent travelling for occupation';
comment on column shape.fact_attendance_weekly.code_r is 'Sessions marked R: religious observance';
comment on column shape.fact_attendance_weekly.code_i is 'Sessions marked I: illness';
comment on column shape.fact_attendance_weekly.code_e is 'Sessions marked E: suspended or excluded, no other provision made';
comment on column shape.fact_attendance_weekly.code_h is 'Sessions marked H: holiday agreed by the school';
comment on column shape.fact_attendance_weekly.code_f is 'Sessions marked F: extended family holiday, until July 2014';
comment on column shape.fact_attendance_weekly.code_g is 'Sessions marked G: holiday not agreed';
comment on column shape.fact_attendance_weekly.code_n is 'Sessions marked N: reason not yet established';
comment on column shape.fact_attendance_weekly.code_o is 'Sessions marked O: other or unknown circumstances';
comment on column shape.fact_attendance_weekly.code_u is 'Sessions marked U: late, after the register closed';
comment on column shape.fact_attendance_weekly.code_d is 'Sessions marked D: dual registered, at the other school; not possible here';

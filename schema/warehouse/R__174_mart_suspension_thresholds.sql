-- Days of suspension of pupils and of schools against the thresholds of statutory guidance.
create or replace table mart.mart_suspension_thresholds (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    pupil_key bigint,
    laestab integer,
    school_name varchar,
    last_excluded_on date,
    schools integer,
    suspensions integer,
    lunchtime_exclusions integer,
    sessions_term integer,
    sessions_year integer,
    sessions_left integer,
    governors_duty varchar,
    is_next_duty_near boolean,
    governors_due_on date,
    governors_met_on date,
    is_limit_near boolean,
    is_limit_exceeded boolean,
    is_excluded boolean,
    day6_owed integer,
    day6_known integer,
    day6_met integer,
    day6_due_on date,
    day6_provided_on date,
    day6_state varchar,
    is_looked_after boolean,
    has_social_worker boolean
);
comment on table mart.mart_suspension_thresholds is 'One row per pupil suspended or permanently excluded in the running academic year who is at or beyond an early warning, for whom governors must meet or meet if asked, or to whom education from the sixth day is owed; and of before, while a meeting is still due';
comment on column mart.mart_suspension_thresholds.la_code is 'Code of the local authority';
comment on column mart.mart_suspension_thresholds.la_name is 'Name of the local authority';
comment on column mart.mart_suspension_thresholds.time_period is 'Running academic year, 202425';
comment on column mart.mart_suspension_thresholds.time_identifier is 'Running term';
comment on column mart.mart_suspension_thresholds.as_at_date is 'Day of all that is said';
comment on column mart.mart_suspension_thresholds.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column mart.mart_suspension_thresholds.laestab is 'DfE number of the school of the last exclusion';
comment on column mart.mart_suspension_thresholds.school_name is 'Its name';
comment on column mart.mart_suspension_thresholds.last_excluded_on is 'First day of the last exclusion, of whatever kind';
comment on column mart.mart_suspension_thresholds.schools is 'Schools that suspended or excluded the pupil in the year';
comment on column mart.mart_suspension_thresholds.suspensions is 'Suspensions of the year, by their first day';
comment on column mart.mart_suspension_thresholds.lunchtime_exclusions is 'Lunchtime exclusions of the year, by their first day';
comment on column mart.mart_suspension_thresholds.sessions_term is 'Sessions of suspension that fall in the running term, at all schools: half a day each, lunchtimes too; days of a suspension that are still to come as well';
comment on column mart.mart_suspension_thresholds.sessions_year is 'Sessions of suspension that fall in the running year, at all schools';
comment on column mart.mart_suspension_thresholds.sessions_left is 'Sessions that are left of those that the pupil may be suspended for in the year';
comment on column mart.mart_suspension_thresholds.governors_duty is 'What governors owe of the running term, or of one before while it may be met in time, the highest that is not met: MUST_MEET, MEET_IF_ASKED by parents, or CONSIDER what these say; null where the pupil was not suspended in it';
comment on column mart.mart_suspension_thresholds.is_next_duty_near is 'Whether the days of the term are at or beyond the warning before the next of these, and not beyond it';
comment on column mart.mart_suspension_thresholds.governors_due_on is 'Last school day on which governors are to meet, counted from the notice; null where term dates do not say it';
comment on column mart.mart_suspension_thresholds.governors_met_on is 'Day of their review of that exclusion, as its notice says; null where it says none';
comment on column mart.mart_suspension_thresholds.is_limit_near is 'Whether the days of the year are at or beyond the warning before the limit of the year, and not beyond it';
comment on column mart.mart_suspension_thresholds.is_limit_exceeded is 'Whether they are beyond it';
comment on column mart.mart_suspension_thresholds.is_excluded is 'Whether permanently excluded in the year';
comment on column mart.mart_suspension_thresholds.day6_owed is 'Stretches of the year, suspensions in a row or a permanent exclusion, from the sixth school day of which education is owed';
comment on column mart.mart_suspension_thresholds.day6_known is 'Of these, those of which a notice or the register of placements says when it began';
comment on column mart.mart_suspension_thresholds.day6_met is 'Of these known, those where it began by the sixth school day; null where none is known';
comment on column mart.mart_suspension_thresholds.day6_due_on is 'Sixth school day of the last of them; null where term dates do not say it';
comment on column mart.mart_suspension_thresholds.day6_provided_on is 'Day on which education began in it, as far as anybody says';
comment on column mart.mart_suspension_thresholds.day6_state is 'Of the last of them: MET, LATE, TO_COME until the sixth school day is over, or UNKNOWN';
comment on column mart.mart_suspension_thresholds.is_looked_after is 'Whether looked after on the first day of the last exclusion, so that the Virtual School is to be told; null where neither the list nor the notice says it';
comment on column mart.mart_suspension_thresholds.has_social_worker is 'Whether the pupil had a social worker then, who is to be told; null where nobody says it';

create or replace table mart.mart_suspension_duties (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    geographic_level varchar,
    laestab integer,
    school_name varchar,
    schools integer,
    pupils integer,
    asked_near integer,
    meet_if_asked integer,
    meeting_near integer,
    must_meet integer,
    governors_met integer,
    governors_met_in_time integer,
    limit_near integer,
    limit_exceeded integer,
    day6_owed integer,
    day6_known integer,
    day6_met integer
);
comment on table mart.mart_suspension_duties is 'One row per term that has begun and the authority, or a school of which a notice or a census tells in it: pupils near and beyond the thresholds of statutory guidance, and education owed from the sixth day';
comment on column mart.mart_suspension_duties.la_code is 'Code of the local authority';
comment on column mart.mart_suspension_duties.la_name is 'Name of the local authority';
comment on column mart.mart_suspension_duties.time_period is 'Academic year, 202425';
comment on column mart.mart_suspension_duties.time_identifier is 'Term';
comment on column mart.mart_suspension_duties.as_at_date is 'Last day of the term, or the as-of while it runs';
comment on column mart.mart_suspension_duties.geographic_level is 'Local authority or School';
comment on column mart.mart_suspension_duties.laestab is 'DfE number of the school; null for the authority';
comment on column mart.mart_suspension_duties.school_name is 'Name of the school as it was that day';
comment on column mart.mart_suspension_duties.schools is 'Schools of which a notice or a census tells in the term';
comment on column mart.mart_suspension_duties.pupils is 'Pupils with a day of suspension in the term, a lunchtime exclusion or a permanent exclusion';
comment on column mart.mart_suspension_duties.asked_near is 'Of these, pupils near the days from which governors meet where parents ask, and not beyond them';
comment on column mart.mart_suspension_duties.meet_if_asked is 'Of these, pupils for whom governors are to meet where parents ask';
comment on column mart.mart_suspension_duties.meeting_near is 'Of these, pupils near the days from which governors must meet, and not beyond them';
comment on column mart.mart_suspension_duties.must_meet is 'Of these, pupils for whom governors must meet: beyond these days in the term, or permanently excluded';
comment on column mart.mart_suspension_duties.governors_met is 'Of those for whom they must, pupils of whom a notice says that they did; null where none says it';
comment on column mart.mart_suspension_duties.governors_met_in_time is 'Of these, pupils for whom they met each time in time; null where no notice says that they met';
comment on column mart.mart_suspension_duties.limit_near is 'Of these, pupils near the limit of the year at the end of the term, and not beyond it';
comment on column mart.mart_suspension_duties.limit_exceeded is 'Of these, pupils beyond the limit of the year at the end of the term';
comment on column mart.mart_suspension_duties.day6_owed is 'Stretches, suspensions in a row or a permanent exclusion, whose sixth school day lies in the term, from which education is owed';
comment on column mart.mart_suspension_duties.day6_known is 'Of these, those of which a notice or the register of placements says when it began';
comment on column mart.mart_suspension_duties.day6_met is 'Of these known, those where it began by the sixth school day; null where none is known';

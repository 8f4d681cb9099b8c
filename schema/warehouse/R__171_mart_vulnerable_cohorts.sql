-- Pupils out of school, not in full-time education, or whom strategies call vulnerable, week by week.
create or replace table mart.mart_vulnerable_cohorts (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    week_commencing date,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    geographic_level varchar,
    neighbourhood varchar,
    cohort varchar,
    cohort_name varchar,
    is_current boolean,
    known_cohorts integer,
    pupils integer,
    is_known boolean,
    change integer,
    pupils_in_2plus_cohorts integer,
    not_full_time_count integer,
    at_risk integer,
    median_days integer,
    longest_days integer,
    returned integer,
    days_to_return integer
);
comment on table mart.mart_vulnerable_cohorts is 'One row per week with a school day, the authority or a neighbourhood, and cohort or all cohorts together: the pupils who are in it';
comment on column mart.mart_vulnerable_cohorts.la_code is 'Code of the local authority';
comment on column mart.mart_vulnerable_cohorts.la_name is 'Name of the local authority';
comment on column mart.mart_vulnerable_cohorts.time_period is 'Academic year, 202425';
comment on column mart.mart_vulnerable_cohorts.time_identifier is 'Week';
comment on column mart.mart_vulnerable_cohorts.week_commencing is 'Monday of the week';
comment on column mart.mart_vulnerable_cohorts.as_at_date is 'Day of all its figures: Thursday, or the last school day before it; else the first school day after it, or the last up to the as-of';
comment on column mart.mart_vulnerable_cohorts.preferred_source is 'Where the cohort comes from: exclusions, census, marks or a register; registers of all together';
comment on column mart.mart_vulnerable_cohorts.data_status is 'provisional while the academic year runs, then final';
comment on column mart.mart_vulnerable_cohorts.geographic_level is 'Local authority or Neighbourhood';
comment on column mart.mart_vulnerable_cohorts.neighbourhood is 'Code of the neighbourhood of the pupils'' own school; Unknown where it is none of the authority''s; Total';
comment on column mart.mart_vulnerable_cohorts.cohort is 'EXCLUDED, FREQUENT_MOVER, EHE, NEW_AWAITING_PLACE, IN_AP, CME, PTT, SEVERE_ABSENCE, EBSNA, LAC, SEMH; Total of these; AT_RISK, which is none of them';
comment on column mart.mart_vulnerable_cohorts.cohort_name is 'Its name';
comment on column mart.mart_vulnerable_cohorts.is_current is 'Whether it is the last week that has come';
comment on column mart.mart_vulnerable_cohorts.known_cohorts is 'Of Total, how many of the eleven cohorts are known in the week';
comment on column mart.mart_vulnerable_cohorts.pupils is 'Pupils who belong to it on the day, once each; null where its source does not speak of the day';
comment on column mart.mart_vulnerable_cohorts.is_known is 'Whether the source of the cohort speaks of the day';
comment on column mart.mart_vulnerable_cohorts.change is 'Pupils more or fewer than in the week before that has a row; null where either is not known, and of Total where other cohorts are known';
comment on column mart.mart_vulnerable_cohorts.pupils_in_2plus_cohorts is 'Of these, pupils in two of the eleven cohorts or more';
comment on column mart.mart_vulnerable_cohorts.not_full_time_count is 'Of these, pupils not in full-time education: missing education, waiting for a place, on a part-time timetable, or excluded without a full-time place';
comment on column mart.mart_vulnerable_cohorts.at_risk is 'Of these, pupils at risk of exclusion: suspended twice in the term, suspended in the year and absent persistently, or out of alternative provision for less than a year';
comment on column mart.mart_vulnerable_cohorts.median_days is 'Days since they came into the cohort that at least half of the pupils do not exceed; null of cohorts that begin on no day';
comment on column mart.mart_vulnerable_cohorts.longest_days is 'Days since the first of them came into it';
comment on column mart.mart_vulnerable_cohorts.returned is 'Pupils of the authority''s cohorts out of school who were at school again in the academic year so far, once a return';
comment on column mart.mart_vulnerable_cohorts.days_to_return is 'Days from the first in the cohort to that return that at least half of these did not exceed';

create or replace table mart.mart_vulnerable_pupils (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    week_commencing date,
    as_at_date date,
    pupil_key bigint,
    neighbourhood varchar,
    cohorts integer,
    is_not_full_time boolean,
    is_at_risk boolean,
    is_suspended_twice boolean,
    is_absent_and_suspended boolean,
    was_in_ap boolean,
    longest_days integer,
    is_excluded boolean,
    is_frequent_mover boolean,
    is_home_educated boolean,
    is_awaiting_place boolean,
    is_in_ap boolean,
    is_missing_education boolean,
    is_part_time boolean,
    is_severely_absent boolean,
    is_ebsna boolean,
    is_looked_after boolean,
    is_semh boolean
);
comment on table mart.mart_vulnerable_pupils is 'One row per pupil who in the last week is in a cohort of mart_vulnerable_cohorts or at risk of exclusion: in which, and why';
comment on column mart.mart_vulnerable_pupils.la_code is 'Code of the local authority';
comment on column mart.mart_vulnerable_pupils.la_name is 'Name of the local authority';
comment on column mart.mart_vulnerable_pupils.time_period is 'Academic year, 202425';
comment on column mart.mart_vulnerable_pupils.time_identifier is 'Week';
comment on column mart.mart_vulnerable_pupils.week_commencing is 'Monday of the last week that has come';
comment on column mart.mart_vulnerable_pupils.as_at_date is 'Day of all that is said';
comment on column mart.mart_vulnerable_pupils.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column mart.mart_vulnerable_pupils.neighbourhood is 'Code of the neighbourhood of the own school; Unknown where it is none of the authority''s';
comment on column mart.mart_vulnerable_pupils.cohorts is 'In how many of the eleven cohorts the pupil is';
comment on column mart.mart_vulnerable_pupils.is_not_full_time is 'Whether the pupil is not in full-time education';
comment on column mart.mart_vulnerable_pupils.is_at_risk is 'Whether the pupil is at risk of exclusion';
comment on column mart.mart_vulnerable_pupils.is_suspended_twice is 'Whether because of two suspensions or more in the term';
comment on column mart.mart_vulnerable_pupils.is_absent_and_suspended is 'Whether because of persistent absence in a year with a suspension';
comment on column mart.mart_vulnerable_pupils.was_in_ap is 'Whether because of alternative provision that ended less than a year ago';
comment on column mart.mart_vulnerable_pupils.longest_days is 'Days since the pupil came into the first of the cohorts that begin on a day';
comment on column mart.mart_vulnerable_pupils.is_excluded is 'Whether permanently excluded and not back';
comment on column mart.mart_vulnerable_pupils.is_frequent_mover is 'Whether at three schools or more in two years';
comment on column mart.mart_vulnerable_pupils.is_home_educated is 'Whether electively home educated';
comment on column mart.mart_vulnerable_pupils.is_awaiting_place is 'Whether new and waiting for a place';
comment on column mart.mart_vulnerable_pupils.is_in_ap is 'Whether in alternative provision';
comment on column mart.mart_vulnerable_pupils.is_missing_education is 'Whether missing education';
comment on column mart.mart_vulnerable_pupils.is_part_time is 'Whether on a part-time timetable';
comment on column mart.mart_vulnerable_pupils.is_severely_absent is 'Whether absent severely so far';
comment on column mart.mart_vulnerable_pupils.is_ebsna is 'Whether referred or supported for emotionally based school non-attendance';
comment on column mart.mart_vulnerable_pupils.is_looked_after is 'Whether looked after';
comment on column mart.mart_vulnerable_pupils.is_semh is 'Whether the primary need is social, emotional and mental health';

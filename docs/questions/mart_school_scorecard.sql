-- What do schools look like beside the others of their phase, in the last year that is over?
select education_phase as "phase", school_name as "school", roll as "pupils",
    round(fsm_pct, 1) as "free school meals, %", round(sen_support_pct, 1) as "SEN support, %",
    round(absence_rate, 1) as "absence, %", round(pa_rate, 1) as "persistently absent, %",
    round(susp_rate, 1) as "suspensions per 100 pupils",
    nullif(susp_rate_status, 'ok') as "why suspensions are not told"
from mart_school_scorecard
where time_period = (select max(time_period) from mart_school_scorecard where data_status <> 'year_to_date')
order by education_phase, susp_rate desc nulls last, laestab;

-- How many schools of each phase have signed the charter, and which have not?
select education_phase as "phase", count(*) as "schools", count(*) filter (where charter_signed) as "have signed",
    count(*) filter (where not charter_signed) as "have not",
    count(*) filter (where charter_signed is null) as "not known",
    string_agg(school_name, '; ' order by school_name, laestab) filter (where not charter_signed) as "which have not"
from mart_school_scorecard
where time_period = (select max(time_period) from mart_school_scorecard)
group by education_phase
order by education_phase;

-- Which schools do not exclude for good and take pupils whom others excluded, in the last year that is over?
-- Asked with --restricted.
select school_name as "school", perm_excl as "permanent exclusions", excluded_pupils_admitted as "excluded pupils admitted",
    reintegrated_sustained as "returns that lasted twelve months", managed_moves_in as "managed moves to it",
    managed_moves_out as "managed moves from it", nullif(excluded_pupils_admitted_status, 'ok') as "why admissions are not told"
from mart_school_scorecard
where time_period = (select max(time_period) from mart_school_scorecard where data_status <> 'year_to_date')
    and excluded_pupils_admitted_status <> 'z'
order by perm_excl nulls last, excluded_pupils_admitted desc nulls last, laestab;

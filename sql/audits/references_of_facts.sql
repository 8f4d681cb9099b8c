-- A fact of pupils or exclusions points at a school, pupil or reason that does not exist
-- severity: FAIL
-- why: a fact whose school, pupil or reason is in no dimension is in no figure that joins them
-- matters: suspensions, exclusions and headcounts would be too low
-- resolve: a fault of the model: what is unknown has the key -1, for which each dimension has a row; see why the named fact gives another key
select 'fact_exclusion' as table_name, exclusion.exclusion_key as key_found
from core.fact_exclusion as exclusion
left join core.dim_school as school
    on school.school_key = exclusion.school_key
left join core.dim_pupil as pupil
    on pupil.pupil_term_key = exclusion.pupil_term_key
where school.school_key is null or pupil.pupil_term_key is null

union all

select 'fact_pupil_census' as table_name, census.pupil_census_key as key_found
from core.fact_pupil_census as census
left join core.dim_school as school
    on school.school_key = census.school_key
left join core.dim_pupil as pupil
    on pupil.pupil_term_key = census.pupil_term_key
where school.school_key is null or pupil.pupil_term_key is null

union all

select 'bridge_exclusion_reason' as table_name, bridge.exclusion_key as key_found
from core.bridge_exclusion_reason as bridge
left join core.fact_exclusion as exclusion
    on exclusion.exclusion_key = bridge.exclusion_key
left join core.dim_exclusion_reason as reason
    on reason.reason_key = bridge.reason_key
where exclusion.exclusion_key is null or reason.reason_key is null

-- One exclusion of a pupil counts more than once
-- severity: FAIL
-- why: an exclusion reaches us from a notice and from two censuses, and counts once
-- matters: suspensions and permanent exclusions are counts of these rows
-- resolve: a fault of the model: core.bridge_exclusion_source chooses one source for a school and term; see which two it chose for the named
--     exclusion, or how one source tells of it twice
select pupil_key, laestab, start_date, category, count(*) as times_counted
from core.fact_exclusion
where is_counted
group by pupil_key, laestab, start_date, category
having count(*) > 1

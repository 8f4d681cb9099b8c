-- A school version's key stands twice, or two versions of one LAESTAB share a day
-- severity: FAIL
-- why: a fact finds the school of its day: of one number, one version holds on each day
-- matters: facts of that day would stand at two schools and count twice
-- resolve: a fault of the model: see the named school's intervals in core.bridge_school_laestab and the GIAS downloads that tell of it; two
--     establishments under one LAESTAB must not overlap
select one.school_key, one.laestab, one.valid_from
from core.dim_school as one
join core.dim_school as other
    on other.laestab = one.laestab
    and other.school_key <> one.school_key
    and other.valid_from <= one.valid_to
    and other.valid_to >= one.valid_from

union all

select school_key, min(laestab) as laestab, min(valid_from) as valid_from
from core.dim_school
group by school_key
having count(*) > 1

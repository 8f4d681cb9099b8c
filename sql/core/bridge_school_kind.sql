-- One row per school and kind of school whose figures it adds to: its own kind, and all kinds.
--
-- Of the schools that count in exclusions, and of those that GIAS does not know, which add to all.
select school_key, phase_type_grouping
from core.dim_school
where counts_in_exclusions
    and phase_type_grouping is not null

union all

select school_key, 'Total' as phase_type_grouping
from core.dim_school
where counts_in_exclusions
    or school_key = -1

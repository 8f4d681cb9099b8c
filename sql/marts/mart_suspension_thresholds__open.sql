-- One row per pupil: the highest duty of governors of the running term, or of one before it that is not met and still may be in time.
select term.pupil_key, term.governors_duty, term.governors_due_on, term.governors_met_on
from mart.mart_suspension_thresholds__term as term
cross join (select time_period, term from core.dim_academic_period where term is not null and as_of_date() between window_start and window_end) as running
where term.time_period = running.time_period
    and term.term = running.term
    or term.governors_duty <> 'CONSIDER'
    and term.governors_met_on is null
    and term.governors_due_on >= as_of_date()
qualify row_number() over (
    partition by term.pupil_key
    order by case term.governors_duty when 'MUST_MEET' then 1 when 'MEET_IF_ASKED' then 2 else 3 end, term.governors_met_on is not null,
        term.governors_due_on nulls last, term.time_period desc, term.term) = 1

-- One row per school's return in the set.
select
    census.academic_year,
    census.census_term,
    census.laestab,
    census.urn,
    census.reference_date,
    census.serial_no,
    census.la_code,
    census.source_line
from census

-- One row per line of Section 251 and span of financial years, and one each for unknown and not applicable.
--
-- Lines and what DfE groups them under change from year to year, so a line is looked up by its financial year.
-- Groups: DfE's high needs benchmarking; the high needs block itself is line 1.0.2 and the lines 1.2.x.
select
    stable_key(line_code, valid_from_fy) as s251_line_key,
    line_code,
    label as line_name,
    hnb_group,
    is_high_needs,
    valid_from_fy,
    coalesce(valid_to_fy, 999900) as valid_to_fy,
    financial_year(as_of_date()) between valid_from_fy and coalesce(valid_to_fy, 999900) as is_current
from config.s251_line

union all

select -1, null, 'Unknown', null, false, 190001, 999900, true

union all

select -2, null, 'Not applicable', null, false, 190001, 999900, true

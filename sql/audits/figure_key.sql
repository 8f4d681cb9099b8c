-- A measure has two figures in one cell
-- severity: FAIL
-- why: a figure stands once, and marts, outcomes and scorecards take it from there
-- matters: every mart that shows the measure would show one of the two, and nobody could say which
-- resolve: a fault of the model: two rows of a coverage in sql/parts have the same area and period, or two subjects have one measure
select measure_code, geographic_level, area_code, time_period, time_identifier, cell_key
from mart.figure
group by measure_code, geographic_level, area_code, time_period, time_identifier, cell_key
having count(*) > 1

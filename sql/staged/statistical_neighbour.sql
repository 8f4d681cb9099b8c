-- One row per set of statistical neighbours, authority and neighbour, the nearest first.
--
-- A set is known by its month (2025-05): the department makes new ones, and figures of earlier releases keep theirs.
with placed as (

    select
        typed.*,
        place.rank,
        [neighbour_1, neighbour_2, neighbour_3, neighbour_4, neighbour_5, neighbour_6, neighbour_7, neighbour_8, neighbour_9, neighbour_10][place.rank] as neighbour,
        [closeness_1, closeness_2, closeness_3, closeness_4, closeness_5, closeness_6, closeness_7, closeness_8, closeness_9, closeness_10][place.rank] as close,
        strptime('1 ' || lower(left(typed.time_identifier, 3)) || ' ' || typed.time_period, '%d %b %Y') as month
    from typed
    cross join (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10)) as place (rank)

)

select
    placed.dataset,
    placed.time_period,
    strftime(placed.month, '%B') as time_identifier,
    placed.geographic_level,
    placed.la_code,
    strftime(placed.month, '%Y-%m') as sn_version,
    placed.rank,
    cast(placed.neighbour as integer) as neighbour_la_code,
    upper(left(placed.close, 1)) || lower(substr(placed.close, 2)) as closeness,
    placed.source_line
from placed
where placed.neighbour is not null

-- One row per measure and definition.
--
-- Figures are always computed by the definition in force; an older one stands beside it for readers of older documents.
select
    stable_key(measure_code, valid_from) as measure_key,
    measure_code,
    measure_name,
    definition,
    unit,
    polarity,
    dp,
    numerator,
    denominator,
    kind,
    times,
    children_measure,
    source,
    mart,
    mart_column,
    accumulates,
    comparator_dataset,
    comparator_measure,
    valid_from,
    valid_to,
    as_of_date() between valid_from and valid_to as is_current
from config.measure

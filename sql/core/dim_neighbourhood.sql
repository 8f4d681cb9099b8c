-- One row per neighbourhood of an authority, and one each for unknown and not applicable.
--
-- A neighbourhood that only a school's entry names keeps its code as its name.
with named as (

    select la_code, neighbourhood
    from staged.establishment_history
    where neighbourhood is not null
    group by la_code, neighbourhood

)

select
    stable_key(la_code, code) as neighbourhood_key,
    la_code,
    code as neighbourhood,
    label
from config.neighbourhood

union all

select
    stable_key(named.la_code, named.neighbourhood) as neighbourhood_key,
    named.la_code,
    named.neighbourhood,
    named.neighbourhood as label
from named
left join config.neighbourhood as configured
    on configured.la_code = named.la_code
    and configured.code = named.neighbourhood
where configured.code is null

union all

select neighbourhood_key, null as la_code, null as neighbourhood, label
from (values (-1, 'Unknown'), (-2, 'Not applicable')) as without_neighbourhood (neighbourhood_key, label)

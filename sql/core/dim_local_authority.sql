-- One row per local authority, today's and former ones, and one each for unknown and not applicable.
with home as (

    select
        cast(code.value as integer) as la_code,
        name.value as la_name
    from config.setting as code
    join config.setting as name
        on name.name = 'la_name'
    where code.name = 'la'

)

select
    stable_key(authority.old_la_code) as la_key,
    authority.old_la_code as la_code,
    authority.new_la_code,
    authority.la_name,
    authority.region_code,
    authority.region_name,
    home.la_code is not null as is_home_la
from config.local_authority as authority
left join home
    on home.la_code = authority.old_la_code

union all

-- An authority that the published list lacks is still the home's.
select
    stable_key(home.la_code) as la_key,
    home.la_code,
    cast(null as varchar) as new_la_code,
    home.la_name,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region_name,
    true as is_home_la
from home
left join config.local_authority as authority
    on authority.old_la_code = home.la_code
where authority.old_la_code is null

union all

select
    la_key,
    null as la_code,
    null as new_la_code,
    la_name,
    null as region_code,
    null as region_name,
    false as is_home_la
from (values (-1, 'Unknown'), (-2, 'Not applicable')) as without_authority (la_key, la_name)

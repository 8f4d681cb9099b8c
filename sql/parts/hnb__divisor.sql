-- One row per year and what is costed, and per pupil, pupil with a plan, or place by which its cost is divided.
with subject as (    -- what has a row in the mart

    select distinct time_period, scope_type, scope_code    -- many amounts, one row
    from part.hnb__cost

),

census_of_year as (    -- the January census of the financial year, or the last one before it

    select subject.time_period, max(census.time_period) as census_year
    from (select distinct time_period from subject) as subject    -- one row a year
    join (select distinct time_period from core.fact_pupil_census where term = 'SPR') as census    -- one row a census
        on census.time_period <= subject.time_period
    group by subject.time_period

),

pupil as (

    select census_of_year.time_period, census.pupil_census_key, census.sen_provision = 'E' as has_ehcp
    from census_of_year
    join core.fact_pupil_census as census
        on census.time_period = census_of_year.census_year
        and census.term = 'SPR'
        and census.is_in_headcount

)

select subject.time_period, subject.scope_type, subject.scope_code, counted.part, 1 as amount,
    'core.fact_pupil_census' as fact, pupil.pupil_census_key as fact_key
from subject
join pupil
    on pupil.time_period = subject.time_period
join (values ('pupil'), ('plan')) as counted (part)
    on counted.part = 'pupil'
    or pupil.has_ehcp
where subject.scope_type in ('TOTAL', 'GROUP', 'LINE')

union all

select subject.time_period, subject.scope_type, subject.scope_code, 'place', provision.commissioned_capacity,
    'core.dim_provision', provision.provision_key
from subject
join core.dim_provision as provision
    on provision.provision_code = subject.scope_code
    and financial_year(provision.valid_from) <= subject.time_period
where subject.scope_type = 'PROVISION'
and not exists (    -- its last version of the year
    select 1
    from core.dim_provision as later
    where later.provision_code = provision.provision_code
    and later.valid_from > provision.valid_from
    and financial_year(later.valid_from) <= subject.time_period
)

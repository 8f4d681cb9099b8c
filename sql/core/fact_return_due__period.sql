-- One row per stretch of time of which a return can tell, under the name that its scopes give it.
--
-- School days and weeks are those of the authority's calendar: in a holiday nothing is owed. A census is its day.
select 'school day' as every, cast(date as varchar) as period, date as period_start, date as period_end, time_period
from core.dim_date
where is_school_day

union all

select 'week', cast(week_commencing as varchar), week_commencing, add_days(week_commencing, 6), max(time_period)
from core.dim_date
where is_school_day
group by week_commencing

union all

select
    'month', cast(financial_year as varchar) || '-' || lpad(cast(financial_month as varchar), 2, '0'), min(date), max(date), max(time_period)
from core.dim_date
group by financial_year, financial_month

union all

select 'quarter', cast(financial_year as varchar) || '-Q' || cast(financial_quarter as varchar), min(date), max(date), max(time_period)
from core.dim_date
group by financial_year, financial_quarter

union all

select 'census', census, reference_date, reference_date, time_period
from core.dim_census

union all

select 'term', cast(time_period as varchar) || '-' || term, window_start, window_end, time_period
from core.dim_academic_period
where term is not null

union all

select 'academic year', cast(time_period as varchar), window_start, window_end, time_period
from core.dim_academic_period
where term is null

union all

select 'financial year', cast(financial_year as varchar), min(date), max(date), max(time_period)
from core.dim_date
group by financial_year

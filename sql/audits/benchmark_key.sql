-- Two rows of core.fact_benchmark have the same key
select benchmark_key
from core.fact_benchmark
group by benchmark_key
having count(*) > 1

-- Two versions of a provision hold on the same day
select earlier.provision_code, earlier.valid_from, later.valid_from as later_from
from core.dim_provision as earlier
join core.dim_provision as later
    on later.provision_code = earlier.provision_code
    and later.valid_from > earlier.valid_from
    and later.valid_from <= earlier.valid_to

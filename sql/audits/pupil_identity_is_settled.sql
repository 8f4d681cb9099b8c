-- A pseudonym means two persons, or a person is itself another's alias
select alias_pupil_key, count(*) as persons
from core.bridge_pupil_identity
group by alias_pupil_key
having count(*) > 1

union all

select bridge.alias_pupil_key, 1 as persons
from core.bridge_pupil_identity as bridge
join core.bridge_pupil_identity as person
    on person.alias_pupil_key = bridge.pupil_key
where person.pupil_key <> bridge.pupil_key

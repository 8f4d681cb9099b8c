-- One row per child and spell of being looked after by the authority, of the Virtual School's list.
--
-- The census has not asked for this since 2016: the list alone knows it.
select
    stable_key(coalesce(identity.pupil_key, spell.pupil_key), spell.lac_from) as looked_after_key,
    coalesce(identity.pupil_key, spell.pupil_key) as pupil_key,
    spell.lac_from as valid_from,
    coalesce(spell.lac_to, date '9999-12-31') as valid_to,
    spell.has_social_worker,
    spell.submission_key,
    spell.source_line
from staged.looked_after_spell as spell
left join core.bridge_pupil_identity as identity
    on identity.alias_pupil_key = spell.pupil_key

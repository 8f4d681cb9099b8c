-- One row per pupil, term and topic by which figures are broken down.
--
-- One place for the words of every group, so that counts of events and headcounts meet in the same cell. Labels are
-- those of EES.
with topic as (

    select breakdown_topic
    from (values
        ('Total'), ('Sex'), ('SEN provision'), ('SEN primary need'), ('Ethnicity major'), ('Ethnicity minor'), ('FSM'),
        ('Year group'), ('EAL')) as topics (breakdown_topic)

)

select
    pupil.pupil_term_key,
    topic.breakdown_topic,
    case
        when topic.breakdown_topic = 'Total' then 'Total'
        when topic.breakdown_topic = 'SEN primary need' and pupil.sen_provision = 'N' then 'No SEN provision'
        else coalesce(
            case topic.breakdown_topic
                when 'Sex' then case pupil.sex when 'M' then 'Male' when 'F' then 'Female' end
                when 'SEN provision' then provision.ees_label
                when 'SEN primary need' then need.label
                when 'Ethnicity major' then pupil.ethnicity_major
                when 'Ethnicity minor' then pupil.ethnicity_minor
                when 'FSM' then case when pupil.is_fsm then 'Eligible' when not pupil.is_fsm then 'Not eligible' end
                when 'Year group' then ncyear.label
                when 'EAL' then pupil.language_group
            end,
            'Unknown')
    end as breakdown
from core.dim_pupil as pupil
cross join topic
left join config.sen_provision as provision
    on provision.code = pupil.sen_provision
left join config.sen_type as need
    on need.code = pupil.sen_primary_need
left join config.ncyear as ncyear
    on ncyear.code = pupil.ncyear

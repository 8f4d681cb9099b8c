-- One row per pupil, term and topic of a cohort: groups that are compared with all pupils for the year and the authority alone.
--
-- Whether a child is looked after the Virtual School's list says, and where no list has come nobody does. Sex and SEN provision are
-- taken together in the words of both topics.
with topic as (

    select breakdown_topic
    from (values ('Looked after'), ('Sex and SEN provision')) as topics (breakdown_topic)

)

select
    pupil.pupil_term_key,
    topic.breakdown_topic,
    case topic.breakdown_topic
        when 'Looked after'
            then coalesce(case when pupil.is_looked_after then 'Looked after' when not pupil.is_looked_after then 'Not looked after' end,
                'Unknown')
        else coalesce(case pupil.sex when 'M' then 'Male' when 'F' then 'Female' end, 'Unknown') || ', '
            || coalesce(provision.ees_label, 'Unknown')
    end as breakdown
from core.dim_pupil as pupil
cross join topic
left join config.sen_provision as provision
    on provision.code = pupil.sen_provision

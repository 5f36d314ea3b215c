-- What the newest texts are about, as themes: topics, events and counts.
-- Grain: one row a theme and place in the text that speaks for it.
create or replace view daily.gdelt_themes as
with codes as (select * from seeds.gdelt_codes),
named as (
    select topic_id, 'IPTC_' || upper(regexp_replace(label, '[^A-Za-z0-9]+', '_', 'g')) as theme from seeds.topics
    union all
    select key, code from codes where scheme = 'theme'
),
found as (
    select topics.revision_id, named.theme, coalesce(evidence.char_start, 0) as char_start
    from facts.article_topics as topics
    join named on named.topic_id = topics.topic_id
    left join facts.topic_evidence as evidence
        on evidence.revision_id = topics.revision_id and evidence.topic_id = topics.topic_id
    union all
    select events.revision_id, codes.code, events.char_start
    from facts.events as events
    join codes on codes.scheme = 'event_theme'
        and codes.key in (left(events.cameo_code, 2), left(events.cameo_code, 3), events.cameo_code)
    where not events.is_negated and events.realis = 'actual'
    union all
    select revision_id, count_type, char_start from daily.gdelt_counts
)
select revision_id, theme, char_start from found;
comment on view daily.gdelt_themes is 'What the newest texts are about, as themes: topics, events and counts. Grain: one row a theme and place in the text that speaks for it.';
comment on column daily.gdelt_themes.revision_id is 'Revision.';
comment on column daily.gdelt_themes.theme is 'Name of the theme: IPTC_ and the topics label, or GDELT''s name where that is the same.';
comment on column daily.gdelt_themes.char_start is 'Start in body of what speaks for it, 0-based code points; 0 where the title or the feed does.';

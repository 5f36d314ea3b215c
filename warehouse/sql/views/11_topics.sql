-- IPTC Media Topics found in the newest texts, with the words that were the evidence.
-- Grain: one row an article and topic.
create or replace view topics as
with evidence as (
    select revision_id, article_day, topic_id, string_agg(distinct term, '; ' order by term) as terms
    from (select revision_id, article_day, topic_id, term from facts.topic_evidence union all select revision_id, article_day, topic_id, term from facts.topic_labels)
    group by all
)
select counted.article_id, outlets.name as outlet, counted.day, topics.label as topic, article_topics.topic_id, topics.level,
    article_topics.score, article_topics.is_inferred, coalesce(evidence.terms, '') as terms, article_topics.revision_id
from daily.counted_articles as counted
join facts.article_topics as article_topics on article_topics.article_day = counted.day and article_topics.revision_id = counted.revision_id
join seeds.topics as topics on topics.topic_id = article_topics.topic_id
left join evidence
    on evidence.article_day = article_topics.article_day and evidence.revision_id = article_topics.revision_id and evidence.topic_id = article_topics.topic_id
left join seeds.outlets as outlets on outlets.outlet_id = counted.outlet_id;
comment on view topics is 'IPTC Media Topics found in the newest texts, with the words that were the evidence. Grain: one row an article and topic.';
comment on column topics.article_id is 'Article.';
comment on column topics.outlet is 'Outlet''s name.';
comment on column topics.day is 'Date in the reader''s zone.';
comment on column topics.revision_id is 'Revision.';
comment on column topics.topic is 'English label.';
comment on column topics.topic_id is 'medtop code.';
comment on column topics.level is '1 or 2.';
comment on column topics.score is '0 to 1.';
comment on column topics.is_inferred is 'Given because a topic below it was found.';
comment on column topics.terms is 'Words that were the evidence, in the text, the title, the address or the feed.';

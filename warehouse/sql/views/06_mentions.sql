-- Names in the newest texts, with the sentence that each stands in.
-- Grain: one row a mention.
create or replace view mentions as
select
    sentences.article_id, sentences.outlet, sentences.day, mentions.surface, mentions.kind,
    case when settled.reason is null then mentions.actor_id else settled.actor_id end as actor_id, actors.name as actor,
    coalesce(settled.reason, mentions.resolved_by) as resolved_by, sentences.sentence, mentions.revision_id, mentions.mention_no, mentions.sentence_no,
    mentions.char_start, mentions.char_end, mentions.confidence, mentions.method
from facts.mentions as mentions
join sentences on sentences.day = mentions.article_day and sentences.revision_id = mentions.revision_id and sentences.sentence_no = mentions.sentence_no
left join daily.settled_actors as settled
    on settled.revision_id = mentions.revision_id and settled.read_actor_id = mentions.actor_id
left join facts.actors as actors
    on actors.actor_id = case when settled.reason is null then mentions.actor_id else settled.actor_id end;
comment on view mentions is 'Names in the newest texts, with the sentence that each stands in. Grain: one row a mention.';
comment on column mentions.article_id is 'Article.';
comment on column mentions.outlet is 'Outlet''s name.';
comment on column mentions.day is 'Date in the reader''s zone.';
comment on column mentions.sentence is 'The sentence that it stands in.';
comment on column mentions.revision_id is 'Revision.';
comment on column mentions.sentence_no is 'Number of the sentence.';
comment on column mentions.char_start is 'Start in body, 0-based code points.';
comment on column mentions.char_end is 'End in body, exclusive.';
comment on column mentions.confidence is '0 to 1.';
comment on column mentions.method is 'What found it.';
comment on column mentions.surface is 'The text of the mention.';
comment on column mentions.kind is 'person, organisation, country, group or place.';
comment on column mentions.actor_id is 'Canonical actor; null where unresolved.';
comment on column mentions.actor is 'The actor''s name.';
comment on column mentions.resolved_by is 'How it was resolved.';
comment on column mentions.mention_no is 'Number of the mention.';

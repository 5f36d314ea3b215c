-- Mentions of actors with who they are settled to be, for counting.
-- Grain: one row a mention of an actor.
create or replace view daily.settled_mentions as
select mentions.revision_id, mentions.article_day, mentions.mention_no, mentions.sentence_no, mentions.char_start, mentions.char_end, mentions.surface,
    case when settled.reason is null then mentions.actor_id else settled.actor_id end as actor_id
from facts.mentions as mentions
left join daily.settled_actors as settled
    on settled.revision_id = mentions.revision_id and settled.read_actor_id = mentions.actor_id
where mentions.actor_id is not null and (settled.reason is null or settled.actor_id is not null);
comment on view daily.settled_mentions is 'Mentions of actors with who they are settled to be, for counting. Grain: one row a mention of an actor.';
comment on column daily.settled_mentions.revision_id is 'Revision.';
comment on column daily.settled_mentions.mention_no is 'Number of the mention.';
comment on column daily.settled_mentions.sentence_no is 'Number of the sentence.';
comment on column daily.settled_mentions.actor_id is 'Actor.';
comment on column daily.settled_mentions.char_start is 'Start in body, 0-based code points.';
comment on column daily.settled_mentions.char_end is 'End in body, exclusive.';
comment on column daily.settled_mentions.surface is 'The text of the mention.';
comment on column daily.settled_mentions.article_day is 'Day of its article, kept the same: scans skip other days by it.';

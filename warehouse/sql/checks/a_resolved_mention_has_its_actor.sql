-- A resolved mention has its actor, among what was analysed since $since.
select mentions.revision_id, mentions.mention_no, mentions.actor_id
from facts.mentions as mentions
join ops.analyses as analyses on analyses.revision_id = mentions.revision_id and analyses.analysed_at >= $since
anti join facts.actors as actors on actors.actor_id = mentions.actor_id
where mentions.actor_id is not null;

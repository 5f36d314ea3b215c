-- Actors who take part in events, with who they are settled to be, for counting.
-- Grain: one row an event, side and actor.
create or replace view daily.settled_parties as
select distinct takers.revision_id, takers.article_day, takers.event_no, takers.side,
    case when settled.reason is null then takers.actor_id else settled.actor_id end as actor_id
from facts.event_actors as takers
left join daily.settled_actors as settled
    on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
where takers.actor_id is not null and (settled.reason is null or settled.actor_id is not null);
comment on view daily.settled_parties is 'Actors who take part in events, with who they are settled to be, for counting. Grain: one row an event, side and actor.';
comment on column daily.settled_parties.revision_id is 'Revision.';
comment on column daily.settled_parties.event_no is 'Number of the event.';
comment on column daily.settled_parties.side is 'source or target.';
comment on column daily.settled_parties.actor_id is 'Actor.';
comment on column daily.settled_parties.article_day is 'Day of its article, kept the same: scans skip other days by it.';

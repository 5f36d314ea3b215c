-- Actors that are others than the reading of one article alone says: split by the user, or known by a learnt alias.
-- Grain: one row a text and actor read in it.
create table daily.settled_actors (
    revision_id varchar not null,
    read_actor_id varchar not null,
    actor_id varchar,
    reason varchar not null
);
comment on table daily.settled_actors is 'Actors that are others than the reading of one article alone says: split by the user, or known by a learnt alias. Grain: one row a text and actor read in it.';
comment on column daily.settled_actors.revision_id is 'Revision.';
comment on column daily.settled_actors.read_actor_id is 'The actor as it was read.';
comment on column daily.settled_actors.actor_id is 'The actor that it is; null: nobody known.';
comment on column daily.settled_actors.reason is 'split: a line of actor_splits.csv; learnt-alias: two outlets gave that name to the actor.';

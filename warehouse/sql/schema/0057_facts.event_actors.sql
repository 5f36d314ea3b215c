-- Who takes part in events.
-- Grain: one row an event and somebody who takes part.
create table facts.event_actors (
    revision_id varchar not null,
    event_no integer not null,
    event_actor_no integer not null,
    side varchar not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    text varchar not null,
    mention_no integer,
    actor_id varchar,
    confidence double not null,
    method varchar not null
);
comment on table facts.event_actors is 'Who takes part in events. Grain: one row an event and somebody who takes part.';
comment on column facts.event_actors.revision_id is 'Revision.';
comment on column facts.event_actors.event_no is 'Event.';
comment on column facts.event_actors.event_actor_no is '0, 1, ... within the event.';
comment on column facts.event_actors.side is 'source: does it; target: it is done to, or with.';
comment on column facts.event_actors.sentence_no is 'Sentence.';
comment on column facts.event_actors.char_start is 'Start in body, 0-based code points.';
comment on column facts.event_actors.char_end is 'End in body, exclusive.';
comment on column facts.event_actors.text is 'The phrase as printed.';
comment on column facts.event_actors.mention_no is 'Mention that it is; null where none.';
comment on column facts.event_actors.actor_id is 'Actor, where resolved.';
comment on column facts.event_actors.confidence is '0 to 1.';
comment on column facts.event_actors.method is 'What found it.';

-- Who takes part in the events of the newest texts.
-- Grain: one row an event and somebody who takes part.
create or replace view event_actors as
select
    events.article_id, events.outlet, events.day, takers.side, takers.text, actors.name as actor, actors.kind,
    actors.country,
    case when settled.reason is null then takers.actor_id else settled.actor_id end as actor_id, events.type, events.cameo_code, events.quad_class, events.score, events.is_negated,
    events.realis, events.sentence, takers.revision_id, takers.event_no, takers.event_actor_no, takers.mention_no,
    takers.sentence_no, takers.char_start, takers.char_end, takers.confidence, takers.method
from facts.event_actors as takers
join events on events.day = takers.article_day and events.revision_id = takers.revision_id and events.event_no = takers.event_no
left join daily.settled_actors as settled
    on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
left join facts.actors as actors
    on actors.actor_id = case when settled.reason is null then takers.actor_id else settled.actor_id end;
comment on view event_actors is 'Who takes part in the events of the newest texts. Grain: one row an event and somebody who takes part.';
comment on column event_actors.article_id is 'Article.';
comment on column event_actors.outlet is 'Outlet''s name.';
comment on column event_actors.day is 'Date in the reader''s zone.';
comment on column event_actors.side is 'source: does it; target: it is done to, or with.';
comment on column event_actors.text is 'The phrase as printed.';
comment on column event_actors.actor is 'Name of the actor; null where not resolved.';
comment on column event_actors.kind is 'person, organisation, country, group or place.';
comment on column event_actors.country is 'ISO 3166-1 alpha-2 of the actor, where known.';
comment on column event_actors.actor_id is 'Actor, where resolved.';
comment on column event_actors.type is 'PLOVER type: AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, INVESTIGATE, DEMAND, DISAPPROVE, REJECT, THREATEN, PROTEST, MOBILIZE, SANCTION, COERCE, ASSAULT or FIGHT; empty for mere statements.';
comment on column event_actors.cameo_code is 'CAMEO code (seeds/event_codes.csv).';
comment on column event_actors.quad_class is 'statement, verbal cooperation, material cooperation, verbal conflict or material conflict.';
comment on column event_actors.score is 'Goldsteins scale: from -10, conflict, to 10, cooperation.';
comment on column event_actors.is_negated is 'Whether the text says that it is not so.';
comment on column event_actors.realis is 'actual, planned, threatened or hypothetical: of what is promised or threatened, that.';
comment on column event_actors.sentence is 'The sentence that it stands in.';
comment on column event_actors.revision_id is 'Revision.';
comment on column event_actors.event_no is 'Number of the event.';
comment on column event_actors.event_actor_no is 'Number of who takes part, within the event.';
comment on column event_actors.mention_no is 'Mention that it is; null where none.';
comment on column event_actors.sentence_no is 'Number of the sentence.';
comment on column event_actors.char_start is 'Start in body, 0-based code points.';
comment on column event_actors.char_end is 'End in body, exclusive.';
comment on column event_actors.confidence is '0 to 1.';
comment on column event_actors.method is 'What found it.';

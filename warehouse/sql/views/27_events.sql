-- Who did what to whom in the newest texts.
-- Grain: one row an event.
create or replace view events as
with parties as (
    select takers.revision_id, takers.article_day, takers.event_no, takers.side,
        string_agg(coalesce(actors.name, takers.text), '; ' order by takers.event_actor_no) as names,
        arg_min(case when settled.reason is null then takers.actor_id else settled.actor_id end, takers.event_actor_no) as actor_id
    from facts.event_actors as takers
    left join daily.settled_actors as settled
        on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
    left join facts.actors as actors
        on actors.actor_id = case when settled.reason is null then takers.actor_id else settled.actor_id end
    group by takers.revision_id, takers.article_day, takers.event_no, takers.side
)
select
    sentences.article_id, sentences.outlet, sentences.day, events.type, events.mode, events.cameo_code,
    events.content_code, events.quad_class, events.score, sources.names as source, targets.names as target,
    sources.actor_id as source_actor_id, targets.actor_id as target_actor_id, events.is_mutual, events.is_negated,
    events.realis, events.tense, dates.start_day, dates.end_day, places.name as place, places.country,
    coalesce(speakers.name, nullif(events.attributed_text, '')) as attributed_to, case when settled.reason is null then events.attributed_actor_id else settled.actor_id end as attributed_actor_id,
    events.trigger, events.is_main, sentences.sentence, events.revision_id, events.event_no, events.sentence_no,
    events.char_start, events.char_end, events.confidence, events.method
from facts.events as events
join sentences on sentences.day = events.article_day and sentences.revision_id = events.revision_id and sentences.sentence_no = events.sentence_no
left join parties as sources
    on sources.article_day = sentences.day and sources.revision_id = events.revision_id and sources.event_no = events.event_no and sources.side = 'source'
left join parties as targets
    on targets.article_day = sentences.day and targets.revision_id = events.revision_id and targets.event_no = events.event_no and targets.side = 'target'
left join facts.dates as dates
    on dates.article_day = sentences.day and dates.revision_id = events.revision_id and dates.date_no = events.date_no
left join facts.places as places
    on places.article_day = sentences.day and places.revision_id = events.revision_id and places.place_no = events.place_no
left join daily.settled_actors as settled
    on settled.revision_id = events.revision_id and settled.read_actor_id = events.attributed_actor_id
left join facts.actors as speakers
    on speakers.actor_id = case when settled.reason is null then events.attributed_actor_id else settled.actor_id end;
comment on view events is 'Who did what to whom in the newest texts. Grain: one row an event.';
comment on column events.article_id is 'Article.';
comment on column events.outlet is 'Outlet''s name.';
comment on column events.day is 'Date in the reader''s zone.';
comment on column events.type is 'PLOVER type: AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, INVESTIGATE, DEMAND, DISAPPROVE, REJECT, THREATEN, PROTEST, MOBILIZE, SANCTION, COERCE, ASSAULT or FIGHT; empty for mere statements.';
comment on column events.mode is 'How: arrest, explosives, visit, ...; empty where the words do not say.';
comment on column events.cameo_code is 'CAMEO code (seeds/event_codes.csv).';
comment on column events.content_code is 'CAMEO code of what is promised, demanded, refused or threatened; empty where not said.';
comment on column events.quad_class is 'statement, verbal cooperation, material cooperation, verbal conflict or material conflict.';
comment on column events.score is 'Goldsteins scale: from -10, conflict, to 10, cooperation.';
comment on column events.source is 'Who does it: the actor''s name, or the words printed; several are joined by "; ". Null where not said.';
comment on column events.target is 'Whom it is done to, or with, in the same way.';
comment on column events.source_actor_id is 'First resolved source.';
comment on column events.target_actor_id is 'First resolved target.';
comment on column events.is_mutual is 'Whether sources and targets do it together: talks, agreements, fighting.';
comment on column events.is_negated is 'Whether the text says that it is not so.';
comment on column events.realis is 'actual, planned, threatened or hypothetical: of what is promised or threatened, that.';
comment on column events.tense is 'past, present or future.';
comment on column events.start_day is 'First day on which it happens or happened, as the sentence says; null where it does not.';
comment on column events.end_day is 'Last such day.';
comment on column events.place is 'Place that the sentence gives; null where none.';
comment on column events.country is 'ISO 3166-1 alpha-2 of the place.';
comment on column events.attributed_to is 'Who says that it is so: the actor''s name, or the words printed; null where the article says it.';
comment on column events.attributed_actor_id is 'Who says so, resolved; null where not.';
comment on column events.trigger is 'The word that tells of the event, as printed.';
comment on column events.is_main is 'Whether it is the first that the main clause of its sentence tells.';
comment on column events.sentence is 'The sentence that it stands in.';
comment on column events.revision_id is 'Revision.';
comment on column events.event_no is 'Number of the event.';
comment on column events.sentence_no is 'Number of the sentence.';
comment on column events.char_start is 'Start of the trigger in body, 0-based code points.';
comment on column events.char_end is 'End of the trigger in body, exclusive.';
comment on column events.confidence is '0 to 1.';
comment on column events.method is 'What found it.';

-- Who did what: the events that articles tell of.
-- Grain: one row an event.
create table facts.events (
    revision_id varchar not null,
    event_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    trigger varchar not null,
    is_main boolean not null,
    type varchar not null,
    mode varchar not null,
    cameo_code varchar not null,
    content_code varchar not null,
    quad_class varchar not null,
    score double not null,
    is_mutual boolean not null,
    is_negated boolean not null,
    realis varchar not null,
    tense varchar not null,
    date_no integer,
    place_no integer,
    attributed_text varchar not null,
    attributed_start integer,
    attributed_end integer,
    attributed_mention_no integer,
    attributed_actor_id varchar,
    confidence double not null,
    method varchar not null
);
comment on table facts.events is 'Who did what: the events that articles tell of. Grain: one row an event.';
comment on column facts.events.revision_id is 'Revision.';
comment on column facts.events.event_no is '0, 1, ...';
comment on column facts.events.sentence_no is 'Sentence.';
comment on column facts.events.char_start is 'Start of the trigger in body, 0-based code points.';
comment on column facts.events.char_end is 'End of the trigger in body, exclusive.';
comment on column facts.events.trigger is 'The word that tells of the event, as printed.';
comment on column facts.events.is_main is 'Whether it is the first that the main clause of its sentence tells.';
comment on column facts.events.type is 'PLOVER type: AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, INVESTIGATE, DEMAND, DISAPPROVE, REJECT, THREATEN, PROTEST, MOBILIZE, SANCTION, COERCE, ASSAULT or FIGHT; empty for mere statements.';
comment on column facts.events.mode is 'How: arrest, explosives, visit, ...; empty where the words do not say.';
comment on column facts.events.cameo_code is 'CAMEO code (seeds/event_codes.csv).';
comment on column facts.events.content_code is 'CAMEO code of what is promised, demanded, refused or threatened; empty where not said.';
comment on column facts.events.quad_class is 'statement, verbal cooperation, material cooperation, verbal conflict or material conflict.';
comment on column facts.events.score is 'Goldsteins scale: from -10, conflict, to 10, cooperation.';
comment on column facts.events.is_mutual is 'Whether sources and targets do it together: talks, agreements, fighting.';
comment on column facts.events.is_negated is 'Whether the text says that it is not so.';
comment on column facts.events.realis is 'actual, planned, threatened or hypothetical: of what is promised or threatened, that.';
comment on column facts.events.tense is 'past, present or future.';
comment on column facts.events.date_no is 'Date expression that says when; null where none does.';
comment on column facts.events.place_no is 'Place mention that says where; null where none does.';
comment on column facts.events.attributed_text is 'Who says that it is so, as printed; empty where the article says it.';
comment on column facts.events.attributed_start is 'Start of that in body.';
comment on column facts.events.attributed_end is 'End of that in body, exclusive.';
comment on column facts.events.attributed_mention_no is 'Mention that it is; null where none.';
comment on column facts.events.attributed_actor_id is 'Who says so, resolved; null where not.';
comment on column facts.events.confidence is '0 to 1.';
comment on column facts.events.method is 'What found it.';

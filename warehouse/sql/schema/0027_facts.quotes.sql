-- Direct quotations and their speakers.
-- Grain: one row a quotation.
create table facts.quotes (
    revision_id varchar not null,
    quote_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    kind varchar not null,
    text varchar not null,
    cue varchar not null,
    speaker_text varchar not null,
    speaker_start integer,
    speaker_end integer,
    speaker_mention_no integer,
    speaker_actor_id varchar,
    confidence double not null,
    method varchar not null
);
comment on table facts.quotes is 'Direct quotations and their speakers. Grain: one row a quotation.';
comment on column facts.quotes.revision_id is 'Revision.';
comment on column facts.quotes.quote_no is '0, 1, ...';
comment on column facts.quotes.sentence_no is 'Sentence that it starts in.';
comment on column facts.quotes.char_start is 'Start in body of the words quoted, 0-based code points.';
comment on column facts.quotes.char_end is 'End in body, exclusive.';
comment on column facts.quotes.kind is 'direct or mixed.';
comment on column facts.quotes.text is 'The words quoted.';
comment on column facts.quotes.cue is 'Verb or phrase of saying; empty where none stands there.';
comment on column facts.quotes.speaker_text is 'The speaker as printed; empty where none was found.';
comment on column facts.quotes.speaker_start is 'Start of the speaker in body.';
comment on column facts.quotes.speaker_end is 'End of the speaker in body.';
comment on column facts.quotes.speaker_mention_no is 'Mention that is the speaker.';
comment on column facts.quotes.speaker_actor_id is 'Actor who spoke; null where unresolved.';
comment on column facts.quotes.confidence is '0 to 1.';
comment on column facts.quotes.method is 'What found it.';

-- Sentences of a body.
-- Grain: one row a sentence.
create table facts.sentences (
    revision_id varchar not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    paragraph_no integer not null,
    section_no integer,
    is_lede boolean not null
);
comment on table facts.sentences is 'Sentences of a body. Grain: one row a sentence.';
comment on column facts.sentences.revision_id is 'Revision.';
comment on column facts.sentences.sentence_no is '0, 1, ...';
comment on column facts.sentences.char_start is 'Start in body, 0-based code points.';
comment on column facts.sentences.char_end is 'End in body, exclusive.';
comment on column facts.sentences.paragraph_no is 'Paragraph that it stands in.';
comment on column facts.sentences.section_no is 'Section that it stands in; null outside of any.';
comment on column facts.sentences.is_lede is 'Whether it is part of the lede.';

-- Paragraphs and headings of a body.
-- Grain: one row a paragraph.
create table facts.paragraphs (
    revision_id varchar not null,
    paragraph_no integer not null,
    char_start integer not null,
    char_end integer not null,
    kind varchar not null
);
comment on table facts.paragraphs is 'Paragraphs and headings of a body. Grain: one row a paragraph.';
comment on column facts.paragraphs.revision_id is 'Revision.';
comment on column facts.paragraphs.paragraph_no is '0, 1, ...';
comment on column facts.paragraphs.char_start is 'Start in body, 0-based code points.';
comment on column facts.paragraphs.char_end is 'End in body, exclusive.';
comment on column facts.paragraphs.kind is 'text, heading, list or quote.';

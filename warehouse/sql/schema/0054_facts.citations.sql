-- Whom and what articles cite.
-- Grain: one row a citation.
create table facts.citations (
    revision_id varchar not null,
    citation_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    text varchar not null,
    kind varchar not null,
    relation varchar not null,
    outlet_id varchar,
    cue varchar not null,
    confidence double not null,
    method varchar not null
);
comment on table facts.citations is 'Whom and what articles cite. Grain: one row a citation.';
comment on column facts.citations.revision_id is 'Revision.';
comment on column facts.citations.citation_no is '0, 1, ...';
comment on column facts.citations.sentence_no is 'Sentence; of a byline in the dateline, the first.';
comment on column facts.citations.char_start is 'Start in body, 0-based code points.';
comment on column facts.citations.char_end is 'End in body, exclusive.';
comment on column facts.citations.text is 'The name or phrase as printed.';
comment on column facts.citations.kind is 'outlet, agency, document, statement, post or anonymous.';
comment on column facts.citations.relation is 'source: it says so; via: somebody said so to it; byline: it wrote the article.';
comment on column facts.citations.outlet_id is 'Cited outlet; null where it is none, or none that is known.';
comment on column facts.citations.cue is 'Words of reporting: "reported", "according to"; empty where none stand there.';
comment on column facts.citations.confidence is '0 to 1.';
comment on column facts.citations.method is 'What found it.';

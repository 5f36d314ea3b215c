-- Versions of an article's text.
-- Grain: one row a version.
create table facts.revisions (
    revision_id varchar not null,
    article_id varchar not null,
    revision_no integer not null,
    fetch_id varchar not null,
    seen_from timestamptz not null,
    seen_to timestamptz,
    title varchar not null,
    byline varchar not null,
    authors varchar not null,
    language varchar not null,
    modified_at timestamptz,
    dateline_place varchar not null,
    dateline_date date,
    dateline_end integer not null,
    lede varchar not null,
    lede_start integer not null,
    lede_end integer not null,
    body varchar not null,
    word_count integer not null,
    text_hash varchar not null,
    change_kind varchar not null,
    method varchar not null,
    method_id varchar not null
);
comment on table facts.revisions is 'Versions of an article''s text. Grain: one row a version.';
comment on column facts.revisions.revision_id is 'Id made from article, number and text.';
comment on column facts.revisions.article_id is 'Article.';
comment on column facts.revisions.revision_no is '1, 2, ...';
comment on column facts.revisions.fetch_id is 'Fetch whose page first showed it.';
comment on column facts.revisions.seen_from is 'When it was first seen.';
comment on column facts.revisions.seen_to is 'When a later version was seen; null for the newest.';
comment on column facts.revisions.title is 'Headline.';
comment on column facts.revisions.byline is 'Byline as printed.';
comment on column facts.revisions.authors is 'Authors, separated by "; ".';
comment on column facts.revisions.language is 'ISO 639-1 code; empty where unknown.';
comment on column facts.revisions.modified_at is 'Time of change that the page gave.';
comment on column facts.revisions.dateline_place is 'Place in the dateline.';
comment on column facts.revisions.dateline_date is 'Date in the dateline.';
comment on column facts.revisions.dateline_end is 'Where the dateline ends in body; 0 where there is none.';
comment on column facts.revisions.lede is 'The lede.';
comment on column facts.revisions.lede_start is 'Where it starts in body.';
comment on column facts.revisions.lede_end is 'Where it ends in body.';
comment on column facts.revisions.body is 'The text: paragraphs joined by an empty line.';
comment on column facts.revisions.word_count is 'Words in body.';
comment on column facts.revisions.text_hash is 'Hash of title and body.';
comment on column facts.revisions.change_kind is 'first, minor, substantive, correction or headline: what changed against the version before.';
comment on column facts.revisions.method is 'How the body was found.';
comment on column facts.revisions.method_id is 'Build of extract.';

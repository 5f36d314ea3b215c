-- Whom and what the newest texts cite, with the cited outlet's own article where it is here.
-- Grain: one row a citation.
create or replace view citations as
with told as (
    select articles.article_id, articles.outlet_id, articles.story_id,
        coalesce(articles.published_at, articles.first_seen_at) as told_at
    from articles where articles.story_id is not null
),
own as (
    select citations.revision_id, citations.citation_no, arg_max(cited.article_id, (cited.told_at, cited.article_id)) as article_id
    from facts.citations as citations
    join articles as citing on citing.revision_id = citations.revision_id
    join told on told.article_id = citing.article_id
    join told as cited on cited.story_id = told.story_id and cited.outlet_id = citations.outlet_id
        and cited.article_id <> told.article_id
        and cited.told_at between told.told_at - interval 3 day and told.told_at
    group by citations.revision_id, citations.citation_no
)
select
    sentences.article_id, sentences.outlet, sentences.day, citations.text, citations.kind, citations.relation,
    outlets.name as cited_outlet, citations.outlet_id as cited_outlet_id, own.article_id as cited_article_id, citations.cue,
    sentences.sentence, citations.revision_id, citations.citation_no, citations.sentence_no, citations.char_start,
    citations.char_end, citations.confidence, citations.method
from facts.citations as citations
join sentences on sentences.day = citations.article_day and sentences.revision_id = citations.revision_id and sentences.sentence_no = citations.sentence_no
left join seeds.outlets as outlets on outlets.outlet_id = citations.outlet_id
left join own on own.revision_id = citations.revision_id and own.citation_no = citations.citation_no;
comment on view citations is 'Whom and what the newest texts cite, with the cited outlet''s own article where it is here. Grain: one row a citation.';
comment on column citations.article_id is 'Article.';
comment on column citations.outlet is 'Outlet''s name.';
comment on column citations.day is 'Date in the reader''s zone.';
comment on column citations.text is 'The name or phrase as printed.';
comment on column citations.kind is 'outlet, agency, document, statement, post or anonymous.';
comment on column citations.relation is 'source: it says so; via: somebody said so to it; byline: it wrote the article.';
comment on column citations.cited_outlet is 'Name of the cited outlet; null where it is none, or none that is known.';
comment on column citations.cited_outlet_id is 'Cited outlet.';
comment on column citations.cited_article_id is 'Latest article of the cited outlet in the same story, at most 3 days older; null where there is none here.';
comment on column citations.cue is 'Words of reporting; empty where none stand there.';
comment on column citations.sentence is 'The sentence that it stands in.';
comment on column citations.revision_id is 'Revision.';
comment on column citations.citation_no is 'Number of the citation.';
comment on column citations.sentence_no is 'Number of the sentence.';
comment on column citations.char_start is 'Start in body, 0-based code points.';
comment on column citations.char_end is 'End in body, exclusive.';
comment on column citations.confidence is '0 to 1.';
comment on column citations.method is 'What found it.';

-- Sentences with who printed them, where and when.
-- Grain: one row a sentence of any version.
create or replace view daily.told_sentences as
select sentences.revision_id, sentences.sentence_no,
    substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as sentence,
    coalesce(outlets.name, '') as outlet, revisions.title, articles.url,
    case when articles.published_at is null or articles.is_suspect then articles.first_seen_at else articles.published_at end as published_at
from facts.sentences as sentences
join facts.revisions as revisions using (revision_id)
join facts.articles as articles using (article_id)
left join seeds.outlets as outlets on outlets.outlet_id = articles.outlet_id;
comment on view daily.told_sentences is 'Sentences with who printed them, where and when. Grain: one row a sentence of any version.';
comment on column daily.told_sentences.revision_id is 'Revision.';
comment on column daily.told_sentences.sentence_no is 'Number of the sentence.';
comment on column daily.told_sentences.sentence is 'The sentence.';
comment on column daily.told_sentences.outlet is 'Outlet''s name.';
comment on column daily.told_sentences.title is 'Headline.';
comment on column daily.told_sentences.url is 'Address of the article.';
comment on column daily.told_sentences.published_at is 'When it was published; when a feed first showed it, where that is unknown or doubted.';

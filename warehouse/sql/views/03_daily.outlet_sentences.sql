-- What the counts of a day's outlets count: their articles, with the lede, and the quotes, events and tone in them.
-- Grain: one row an article, quote, event or tone, language and folder.
create or replace view daily.outlet_sentences as
with things as (
    select counted.*, 'articles' as counted, null::integer as item_no, revisions.lede as passage, null::integer as sentence_no,
        revisions.lede_start as char_start, revisions.lede_end as char_end, revisions.title as surface, null::decimal(9, 3) as score
    from daily.scoped_articles as counted
    join facts.revisions as revisions on revisions.article_day = counted.day and revisions.revision_id = counted.revision_id and revisions.article_id = counted.article_id
    union all
    select counted.*, 'quotes', quotes.attribution_no, null, min(quotes.sentence_no), min(quotes.char_start), max(quotes.char_end),
        string_agg(quotes.text, ' … ' order by quotes.part_no), null
    from daily.settled_quotes as quotes join daily.scoped_articles as counted on counted.day = quotes.article_day and counted.revision_id = quotes.revision_id
    group by all
    union all
    select counted.*, 'events', events.event_no, null, events.sentence_no, events.char_start, events.char_end, events.trigger, events.score::decimal(9, 3)
    from facts.events as events join daily.scoped_articles as counted on counted.day = events.article_day and counted.revision_id = events.revision_id
    union all
    select counted.*, 'tone', tones.tone_no, null, tones.sentence_no, tones.char_start, tones.char_end, tones.evidence, tones.score::decimal(9, 3)
    from facts.tones as tones join daily.scoped_articles as counted on counted.day = tones.article_day and counted.revision_id = tones.revision_id
    where tones.scope = 'article'
)
select things.day, things.language, things.folder, things.counted, things.item_no, things.article_id, things.copy_group_id, things.outlet_id,
    things.owner, coalesce(outlets.name, '') as outlet, revisions.title, articles.url,
    case when articles.published_at is null or articles.is_suspect then articles.first_seen_at else articles.published_at end as published_at,
    coalesce(substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start), things.passage) as sentence, things.surface, things.word_count,
    things.copy_group_id = things.article_id as is_own_text, things.score, things.revision_id, things.sentence_no, things.char_start, things.char_end
from things
join facts.revisions as revisions on revisions.article_day = things.day and revisions.revision_id = things.revision_id and revisions.article_id = things.article_id
join facts.articles as articles on articles.day = things.day and articles.article_id = things.article_id
left join seeds.outlets as outlets on outlets.outlet_id = things.outlet_id
left join facts.sentences as sentences on sentences.article_day = things.day and sentences.revision_id = things.revision_id and sentences.sentence_no = things.sentence_no;
comment on view daily.outlet_sentences is 'What the counts of a day''s outlets count: their articles, with the lede, and the quotes, events and tone in them. Grain: one row an article, quote, event or tone, language and folder.';
comment on column daily.outlet_sentences.day is 'Day.';
comment on column daily.outlet_sentences.language is 'The language for which the row counts; all: for every one.';
comment on column daily.outlet_sentences.folder is 'The folder for which the row counts; all: for every one, and none.';
comment on column daily.outlet_sentences.counted is 'What is counted: articles, quotes, events or tone.';
comment on column daily.outlet_sentences.item_no is 'Number of it in its text; null of articles.';
comment on column daily.outlet_sentences.article_id is 'Article.';
comment on column daily.outlet_sentences.copy_group_id is 'Article id of the origin of its text.';
comment on column daily.outlet_sentences.outlet_id is 'Outlet.';
comment on column daily.outlet_sentences.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.outlet_sentences.outlet is 'Outlet''s name.';
comment on column daily.outlet_sentences.title is 'Headline.';
comment on column daily.outlet_sentences.url is 'Address of the article.';
comment on column daily.outlet_sentences.published_at is 'When it was published; when a feed first showed it, where that is unknown or doubted.';
comment on column daily.outlet_sentences.sentence is 'The sentence that it stands in; of articles the lede.';
comment on column daily.outlet_sentences.surface is 'The words, as printed; of articles the headline.';
comment on column daily.outlet_sentences.word_count is 'Words in the body of the article.';
comment on column daily.outlet_sentences.is_own_text is 'Whether no other outlet had the text before.';
comment on column daily.outlet_sentences.score is 'Of events on Goldsteins scale, -10 to 10; of tone -1 to 1; null of others.';
comment on column daily.outlet_sentences.revision_id is 'Revision.';
comment on column daily.outlet_sentences.sentence_no is 'Number of the sentence; null of articles.';
comment on column daily.outlet_sentences.char_start is 'Start in body, 0-based code points.';
comment on column daily.outlet_sentences.char_end is 'End in body, exclusive.';

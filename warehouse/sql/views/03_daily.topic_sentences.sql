-- What the counts of a day's topics count: the words that spoke for each, in their sentence or headline.
-- Grain: one row a word or tone, language, folder and topic.
create or replace view daily.topic_sentences as
with found as not materialized (
    select revision_id, article_day, topic_id, 'text' as source, sentence_no, char_start, char_end, term from facts.topic_evidence
    union all
    select revision_id, article_day, topic_id, source, null, char_start, char_end, term from facts.topic_labels
),
words as (  -- a topic that was found through one below it has the words of that one
    select found.*, found.topic_id as shown_id, false as is_below from found
    union all
    select found.* replace (known.parent_id as topic_id), found.topic_id, true
    from found join seeds.topics as known on known.topic_id = found.topic_id and known.parent_id <> ''
),
things as (
    select counted.*, 'words' as counted, topics.topic_id, topics.is_inferred, coalesce(words.shown_id, topics.topic_id) as shown_id,
        coalesce(words.source, 'title') as source, words.sentence_no, words.char_start, words.char_end, words.term as surface, null::decimal(9, 3) as score
    from facts.article_topics as topics
    join daily.scoped_articles as counted on counted.day = topics.article_day and counted.revision_id = topics.revision_id
    left join words
        on words.article_day = topics.article_day and words.revision_id = topics.revision_id and words.topic_id = topics.topic_id and words.is_below = topics.is_inferred
    union all
    select counted.*, 'tone', topics.topic_id, topics.is_inferred, topics.topic_id, 'text', tones.sentence_no, tones.char_start, tones.char_end,
        tones.evidence, tones.score::decimal(9, 3)
    from facts.article_topics as topics
    join daily.scoped_articles as counted on counted.day = topics.article_day and counted.revision_id = topics.revision_id
    join facts.tones as tones on tones.article_day = topics.article_day and tones.revision_id = topics.revision_id and tones.scope = 'article'
)
select things.day, things.language, things.folder, things.counted, things.topic_id, things.is_inferred, things.shown_id as word_topic_id,
    things.source, things.article_id, things.copy_group_id, things.outlet_id, things.owner, coalesce(outlets.name, '') as outlet,
    revisions.title, articles.url,
    case when articles.published_at is null or articles.is_suspect then articles.first_seen_at else articles.published_at end as published_at,
    case when things.source = 'address' then articles.url else coalesce(substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start), revisions.title) end as sentence,
    things.surface, things.score, things.revision_id, things.sentence_no, things.char_start, things.char_end
from things
join facts.revisions as revisions on revisions.article_day = things.day and revisions.revision_id = things.revision_id and revisions.article_id = things.article_id
join facts.articles as articles on articles.day = things.day and articles.article_id = things.article_id
left join seeds.outlets as outlets on outlets.outlet_id = things.outlet_id
left join facts.sentences as sentences on sentences.article_day = things.day and sentences.revision_id = things.revision_id and sentences.sentence_no = things.sentence_no;
comment on view daily.topic_sentences is 'What the counts of a day''s topics count: the words that spoke for each, in their sentence or headline. Grain: one row a word or tone, language, folder and topic.';
comment on column daily.topic_sentences.day is 'Day.';
comment on column daily.topic_sentences.language is 'The language for which the row counts; all: for every one.';
comment on column daily.topic_sentences.folder is 'The folder for which the row counts; all: for every one, and none.';
comment on column daily.topic_sentences.counted is 'What is counted: words, or tone.';
comment on column daily.topic_sentences.topic_id is 'Topic.';
comment on column daily.topic_sentences.is_inferred is 'Given because a topic below it was found.';
comment on column daily.topic_sentences.word_topic_id is 'Topic that the words spoke for: itself, or one below it.';
comment on column daily.topic_sentences.source is 'Where the word stands: text, title, address or feed (a category of the entry).';
comment on column daily.topic_sentences.article_id is 'Article.';
comment on column daily.topic_sentences.copy_group_id is 'Article id of the origin of its text.';
comment on column daily.topic_sentences.outlet_id is 'Outlet.';
comment on column daily.topic_sentences.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.topic_sentences.outlet is 'Outlet''s name.';
comment on column daily.topic_sentences.title is 'Headline.';
comment on column daily.topic_sentences.url is 'Address of the article.';
comment on column daily.topic_sentences.published_at is 'When it was published; when a feed first showed it, where that is unknown or doubted.';
comment on column daily.topic_sentences.sentence is 'The sentence, the headline or the address that it stands in; the headline for a category of the feed.';
comment on column daily.topic_sentences.surface is 'The words, as printed.';
comment on column daily.topic_sentences.score is 'Of tone -1 to 1; null of words.';
comment on column daily.topic_sentences.revision_id is 'Revision.';
comment on column daily.topic_sentences.sentence_no is 'Number of the sentence; null outside the text.';
comment on column daily.topic_sentences.char_start is 'Start in body, headline, address or categories, 0-based code points.';
comment on column daily.topic_sentences.char_end is 'End there, exclusive.';

-- What the counts of a day's events count, each with its sentence.
-- Grain: one row an event, language and folder.
create or replace view daily.event_sentences as
select counted.day, counted.language, counted.folder, 'events' as counted, events.type, events.event_no as item_no, events.is_negated, counted.article_id,
    counted.copy_group_id, counted.outlet_id, counted.owner, coalesce(outlets.name, '') as outlet, revisions.title, articles.url,
    case when articles.published_at is null or articles.is_suspect then articles.first_seen_at else articles.published_at end as published_at,
    substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as sentence,
    events.trigger as surface, events.score::decimal(9, 3) as score, counted.revision_id, events.sentence_no, events.char_start, events.char_end
from facts.events as events
join daily.scoped_articles as counted on counted.day = events.article_day and counted.revision_id = events.revision_id
join facts.sentences as sentences on sentences.article_day = counted.day and sentences.revision_id = counted.revision_id and sentences.sentence_no = events.sentence_no
join facts.revisions as revisions on revisions.article_day = counted.day and revisions.revision_id = counted.revision_id and revisions.article_id = counted.article_id
join facts.articles as articles on articles.day = counted.day and articles.article_id = counted.article_id
left join seeds.outlets as outlets on outlets.outlet_id = counted.outlet_id;
comment on view daily.event_sentences is 'What the counts of a day''s events count, each with its sentence. Grain: one row an event, language and folder.';
comment on column daily.event_sentences.day is 'Day.';
comment on column daily.event_sentences.language is 'The language for which the row counts; all: for every one.';
comment on column daily.event_sentences.folder is 'The folder for which the row counts; all: for every one, and none.';
comment on column daily.event_sentences.counted is 'What is counted: events.';
comment on column daily.event_sentences.type is 'PLOVER type; empty for statements.';
comment on column daily.event_sentences.item_no is 'Number of it in its text.';
comment on column daily.event_sentences.is_negated is 'Whether the text says that it is not so.';
comment on column daily.event_sentences.article_id is 'Article.';
comment on column daily.event_sentences.copy_group_id is 'Article id of the origin of its text.';
comment on column daily.event_sentences.outlet_id is 'Outlet.';
comment on column daily.event_sentences.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.event_sentences.outlet is 'Outlet''s name.';
comment on column daily.event_sentences.title is 'Headline.';
comment on column daily.event_sentences.url is 'Address of the article.';
comment on column daily.event_sentences.published_at is 'When it was published; when a feed first showed it, where that is unknown or doubted.';
comment on column daily.event_sentences.sentence is 'The sentence that it stands in.';
comment on column daily.event_sentences.surface is 'The word that tells of the event, as printed.';
comment on column daily.event_sentences.score is 'On Goldsteins scale, -10 to 10.';
comment on column daily.event_sentences.revision_id is 'Revision.';
comment on column daily.event_sentences.sentence_no is 'Number of the sentence.';
comment on column daily.event_sentences.char_start is 'Start in body, 0-based code points.';
comment on column daily.event_sentences.char_end is 'End in body, exclusive.';

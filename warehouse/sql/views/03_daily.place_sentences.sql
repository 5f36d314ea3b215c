-- What the counts of a day's places count, each with its sentence.
-- Grain: one row a mention as a place, language and folder.
create or replace view daily.place_sentences as
with things as (  -- distinct, though each is there once: else all places are joined with all bodies before a day narrows them
    select distinct counted.day, counted.language, counted.folder, counted.article_id, counted.copy_group_id, counted.outlet_id, counted.owner,
        counted.revision_id, places.place_no, places.sentence_no, places.geonames_id, places.name, places.kind, places.country, places.is_focus,
        places.surface, places.char_start, places.char_end
    from facts.places as places
    join daily.scoped_articles as counted on counted.day = places.article_day and counted.revision_id = places.revision_id
    where not places.is_metonym
)
select things.day, things.language, things.folder, 'mentions' as counted, coalesce(things.geonames_id::varchar, things.name) as place_id,
    things.name as place, things.kind, things.country, things.is_focus, things.place_no as item_no, things.article_id,
    things.copy_group_id, things.outlet_id, things.owner, coalesce(outlets.name, '') as outlet, revisions.title, articles.url,
    case when articles.published_at is null or articles.is_suspect then articles.first_seen_at else articles.published_at end as published_at,
    substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as sentence,
    things.surface, things.revision_id, things.sentence_no, things.char_start, things.char_end
from things
join facts.sentences as sentences on sentences.article_day = things.day and sentences.revision_id = things.revision_id and sentences.sentence_no = things.sentence_no
join facts.revisions as revisions on revisions.article_day = things.day and revisions.revision_id = things.revision_id and revisions.article_id = things.article_id
join facts.articles as articles on articles.day = things.day and articles.article_id = things.article_id
left join seeds.outlets as outlets on outlets.outlet_id = things.outlet_id;
comment on view daily.place_sentences is 'What the counts of a day''s places count, each with its sentence. Grain: one row a mention as a place, language and folder.';
comment on column daily.place_sentences.day is 'Day.';
comment on column daily.place_sentences.language is 'The language for which the row counts; all: for every one.';
comment on column daily.place_sentences.folder is 'The folder for which the row counts; all: for every one, and none.';
comment on column daily.place_sentences.counted is 'What is counted: mentions.';
comment on column daily.place_sentences.place_id is 'GeoNames id; the name of what has none.';
comment on column daily.place_sentences.place is 'Name of the place.';
comment on column daily.place_sentences.kind is 'country, admin1, admin2, capital, city, region or continent.';
comment on column daily.place_sentences.country is 'ISO 3166 alpha-2 code.';
comment on column daily.place_sentences.is_focus is 'Whether it is the place that the article is about.';
comment on column daily.place_sentences.item_no is 'Number of it in its text.';
comment on column daily.place_sentences.article_id is 'Article.';
comment on column daily.place_sentences.copy_group_id is 'Article id of the origin of its text.';
comment on column daily.place_sentences.outlet_id is 'Outlet.';
comment on column daily.place_sentences.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.place_sentences.outlet is 'Outlet''s name.';
comment on column daily.place_sentences.title is 'Headline.';
comment on column daily.place_sentences.url is 'Address of the article.';
comment on column daily.place_sentences.published_at is 'When it was published; when a feed first showed it, where that is unknown or doubted.';
comment on column daily.place_sentences.sentence is 'The sentence that it stands in.';
comment on column daily.place_sentences.surface is 'The words, as printed.';
comment on column daily.place_sentences.revision_id is 'Revision.';
comment on column daily.place_sentences.sentence_no is 'Number of the sentence.';
comment on column daily.place_sentences.char_start is 'Start in body, 0-based code points.';
comment on column daily.place_sentences.char_end is 'End in body, exclusive.';

-- What a topic's numbers of a day count: the words that spoke for it, in their sentences; or by counted: tone.
-- Grain: one row a word or tone; every article has at least one.
create or replace macro main.why_topic(name, day, language := 'all', folder := 'all', counted := 'words') as table
select told.day, told.language, told.folder, told.counted, told.topic_id, named.topic, told.is_inferred, told.word_topic_id, told.source,
    told.article_id, told.copy_group_id, told.outlet_id, told.owner, told.outlet, told.title, told.url,
    told.published_at, told.sentence, told.surface, told.score, told.revision_id, told.sentence_no,
    told.char_start, told.char_end
from daily.topic_sentences as told
join main.topics_named(name) as named on named.topic_id = told.topic_id
where told.day = day::date and told.language = language and told.folder = folder and told.counted = counted
qualify named.rank = min(named.rank) over ()
order by told.published_at, told.article_id, told.sentence_no, told.char_start, told.surface;
comment on macro table main.why_topic is 'What a topic''s numbers of a day count: the words that spoke for it, in their sentences; or by counted: tone. Grain: one row a word or tone; every article has at least one.';

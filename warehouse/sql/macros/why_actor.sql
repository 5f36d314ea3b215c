-- What an actor's numbers of a day count, each with its sentence: mentions, or by counted: quotes, source_events, target_events, tone.
-- Grain: one row a mention, quote, event or tone.
create or replace macro main.why_actor(name, day, language := 'all', folder := 'all', counted := 'mentions') as table
select told.day, told.language, told.folder, told.counted, told.actor_id, named.actor, named.kind, told.item_no,
    told.article_id, told.copy_group_id, told.outlet_id, told.owner, told.outlet, told.title, told.url,
    told.published_at, told.sentence, told.surface, told.quoted_word_count, told.score, told.revision_id, told.sentence_no,
    told.char_start, told.char_end
from daily.actor_sentences as told
join main.actors_named(name) as named on named.actor_id = told.actor_id
where told.day = day::date and told.language = language and told.folder = folder and told.counted = counted
qualify named.rank = min(named.rank) over ()
order by told.published_at, told.article_id, told.sentence_no, told.char_start, told.item_no;
comment on macro table main.why_actor is 'What an actor''s numbers of a day count, each with its sentence: mentions, or by counted: quotes, source_events, target_events, tone. Grain: one row a mention, quote, event or tone.';

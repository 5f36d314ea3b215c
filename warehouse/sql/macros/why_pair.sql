-- What a pair's numbers of a day count: sentences that name both or tell of an event between them; or by counted: events, back_events.
-- Grain: one row a sentence or event.
create or replace macro main.why_pair(name, other_name, day, language := 'all', folder := 'all', counted := 'sentences') as table
select told.day, told.language, told.folder, told.counted, told.actor_id, named.actor, told.other_actor_id, others.actor as other_actor, told.item_no,
    told.article_id, told.copy_group_id, told.outlet_id, told.owner, told.outlet, told.title, told.url,
    told.published_at, told.sentence, told.surface, told.score, told.revision_id, told.sentence_no,
    told.char_start, told.char_end
from daily.pair_sentences as told
join main.actors_named(name) as named on named.actor_id = told.actor_id
join main.actors_named(other_name) as others on others.actor_id = told.other_actor_id
where told.day = day::date and told.language = language and told.folder = folder and told.counted = counted
qualify named.rank + others.rank = min(named.rank + others.rank) over ()
order by told.published_at, told.article_id, told.sentence_no, told.char_start, told.item_no;
comment on macro table main.why_pair is 'What a pair''s numbers of a day count: sentences that name both or tell of an event between them; or by counted: events, back_events. Grain: one row a sentence or event.';

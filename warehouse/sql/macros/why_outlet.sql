-- What an outlet's numbers of a day count: its articles with their ledes; or by counted: quotes, events, tone.
-- Grain: one row an article, quote, event or tone.
create or replace macro main.why_outlet(name, day, language := 'all', folder := 'all', counted := 'articles') as table
select told.day, told.language, told.folder, told.counted, told.item_no,
    told.article_id, told.copy_group_id, told.outlet_id, told.owner, told.outlet, told.title, told.url,
    told.published_at, told.sentence, told.surface, told.word_count, told.is_own_text, told.score, told.revision_id, told.sentence_no,
    told.char_start, told.char_end
from daily.outlet_sentences as told
join main.outlets_named(name) as named on named.outlet_id = told.outlet_id
where told.day = day::date and told.language = language and told.folder = folder and told.counted = counted
qualify named.rank = min(named.rank) over ()
order by told.published_at, told.article_id, told.sentence_no, told.char_start, told.item_no;
comment on macro table main.why_outlet is 'What an outlet''s numbers of a day count: its articles with their ledes; or by counted: quotes, events, tone. Grain: one row an article, quote, event or tone.';

-- New entries come in and touch their day and their article's; a changed one replaces what its feed said before.
-- Grain: one row a feed and entry.
insert into ops.touched_days
with new as (from staged_entries anti join facts.entries using (entry_id))
select (first_seen_at at time zone (select value from ops.settings where name = 'timezone'))::date from new
union
select articles.day
from facts.articles as named semi join new using (article_id)
join facts.articles as articles on articles.article_id = coalesce(named.same_as_id, named.article_id);

merge into facts.entries as known
using (select * from staged_entries qualify row_number() over (partition by entry_id order by changed_at desc, content_hash) = 1) as staged
on known.entry_id = staged.entry_id
when matched and known.content_hash <> staged.content_hash then update set
    guid = staged.guid, url = staged.url, title = staged.title, summary = staged.summary, author = staged.author,
    published_at = staged.published_at, updated_at = staged.updated_at, published_text = staged.published_text,
    categories = staged.categories, changed_at = staged.changed_at, content_hash = staged.content_hash
when not matched then insert by name;

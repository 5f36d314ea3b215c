-- Every version of every article's text, and what it changed in the one before.
-- Grain: one row a version.
create or replace view revisions as
with changed as (
    select changes.revision_id, list({
        'change': changes.change,
        'before': substring(former.body, changes.before_start + 1, changes.before_end - changes.before_start),
        'after': substring(later.body, changes.after_start + 1, changes.after_end - changes.after_start)
    } order by changes.change_no) as changes
    from facts.revision_changes as changes
    join facts.revisions as later on later.revision_id = changes.revision_id
    join facts.revisions as former on former.revision_id = changes.former_id
    group by changes.revision_id
)
select revisions.* exclude (article_day), articles.url, articles.day, coalesce(outlets.name, '') as outlet, coalesce(changed.changes, []) as changes
from facts.revisions as revisions
join facts.articles as articles using (article_id)
left join seeds.outlets as outlets using (outlet_id)
left join changed on changed.revision_id = revisions.revision_id
where articles.same_as_id is null;
comment on view revisions is 'Every version of every article''s text, and what it changed in the one before. Grain: one row a version.';
comment on column revisions.url is 'Address of the article.';
comment on column revisions.day is 'Date in the reader''s zone.';
comment on column revisions.outlet is 'Outlet''s name.';
comment on column revisions.changes is 'Sentences that were added, removed, changed or moved: each with its text before and after; revision_changes has a row each.';

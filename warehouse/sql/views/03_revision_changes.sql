-- What each version changed in the text before it: the headline, and sentence by sentence.
-- Grain: one row a changed sentence or headline.
create or replace view revision_changes as
with formers as (
    select revision_id, lag(revision_id) over earlier as former_id
    from facts.revisions
    where change_kind <> 'removed'
    window earlier as (partition by article_id order by revision_no)
),
titles as (
    select later.revision_id, former.revision_id as former_id, 0 as change_no, 'headline' as change, former.title as before,
        later.title as after
    from facts.revisions as later
    join formers on formers.revision_id = later.revision_id
    join facts.revisions as former on former.revision_id = formers.former_id
    where former.title <> later.title
),
sentences as (
    select changes.revision_id, changes.former_id, changes.change_no, changes.change,
        substring(former.body, changes.before_start + 1, changes.before_end - changes.before_start) as before,
        substring(later.body, changes.after_start + 1, changes.after_end - changes.after_start) as after,
        changes.before_start, changes.before_end, changes.after_start, changes.after_end
    from facts.revision_changes as changes
    join facts.revisions as later on later.revision_id = changes.revision_id
    join facts.revisions as former on former.revision_id = changes.former_id
),
both_kinds as (from titles union all by name from sentences)
select revisions.article_id, articles.url, articles.day, coalesce(outlets.name, '') as outlet, revisions.revision_no,
    revisions.seen_from, revisions.change_kind, both_kinds.change_no, both_kinds.change, both_kinds.before, both_kinds.after,
    both_kinds.revision_id, both_kinds.former_id, both_kinds.before_start, both_kinds.before_end, both_kinds.after_start,
    both_kinds.after_end
from both_kinds
join facts.revisions as revisions on revisions.revision_id = both_kinds.revision_id
join facts.articles as articles on articles.article_id = revisions.article_id
left join seeds.outlets as outlets on outlets.outlet_id = articles.outlet_id
where articles.same_as_id is null;
comment on view revision_changes is 'What each version changed in the text before it: the headline, and sentence by sentence. Grain: one row a changed sentence or headline.';
comment on column revision_changes.article_id is 'Article.';
comment on column revision_changes.url is 'Address of the article.';
comment on column revision_changes.day is 'Date in the reader''s zone.';
comment on column revision_changes.outlet is 'Outlet''s name.';
comment on column revision_changes.revision_no is 'Number of the later version.';
comment on column revision_changes.seen_from is 'When the later version was first seen.';
comment on column revision_changes.change_kind is 'What kind of change the whole version is.';
comment on column revision_changes.change is 'added, removed, changed or moved; headline for another headline.';
comment on column revision_changes.before is 'Text before; null where it was added.';
comment on column revision_changes.after is 'Text after; null where it was removed.';

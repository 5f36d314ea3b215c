-- What was changed on a day after it had been published: each version seen on that day that is not an article's first, beside the text before it.
-- Grain: one row a version, in the order of time.
create or replace macro main.changed(day) as table
with later as (
    select revisions.*,
        (select max(former.revision_no) from facts.revisions as former
            where former.article_id = revisions.article_id and former.revision_no < revisions.revision_no and former.change_kind <> 'removed') as former_no
    from facts.revisions as revisions
    where (revisions.seen_from at time zone (select value from ops.settings where name = 'timezone'))::date = day::date
        and revisions.revision_no > 1
),
lists as (
    select changes.revision_id, count(*) filter (where changes.change = 'added') as added_count,
        count(*) filter (where changes.change = 'removed') as removed_count, count(*) filter (where changes.change = 'changed') as changed_count,
        list({
            'change': changes.change,
            'before': substring(former.body, changes.before_start + 1, changes.before_end - changes.before_start),
            'after': substring(later.body, changes.after_start + 1, changes.after_end - changes.after_start)
        } order by changes.change_no) as changes
    from facts.revision_changes as changes
    join later on later.revision_id = changes.revision_id
    join facts.revisions as former on former.revision_id = changes.former_id
    group by changes.revision_id
)
select articles.article_id, coalesce(outlets.name, '') as outlet, articles.url, articles.day as article_day, later.seen_from, later.revision_no,
    later.change_kind, former.title as title_before, later.title, coalesce(lists.added_count, 0) as added_count,
    coalesce(lists.removed_count, 0) as removed_count, coalesce(lists.changed_count, 0) as changed_count,
    coalesce(lists.changes, []) as changes, later.revision_id, former.revision_id as former_id, articles.outlet_id
from later
join facts.articles as articles on articles.article_id = later.article_id
left join facts.revisions as former on former.article_id = later.article_id and former.revision_no = later.former_no
left join seeds.outlets as outlets on outlets.outlet_id = articles.outlet_id
left join lists on lists.revision_id = later.revision_id
where articles.same_as_id is null
order by later.seen_from, articles.article_id, later.revision_no;
comment on macro table main.changed is 'What was changed on a day after it had been published: each version seen on that day that is not an article''s first, beside the text before it. Grain: one row a version, in the order of time.';

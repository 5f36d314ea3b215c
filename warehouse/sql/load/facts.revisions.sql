-- A new version ends the one before; a version that is known stays as it is. A page that is gone leaves the newest text newest.
-- Grain: one row a version.
update facts.revisions as known set seen_to = staged.seen_from
from staged_revisions as staged
where known.article_id = staged.article_id and known.revision_no < staged.revision_no and known.seen_to is null;

update facts.revisions as known set is_newest = false
from staged_revisions as staged
where known.article_id = staged.article_id and known.revision_no < staged.revision_no and known.is_newest
    and staged.change_kind <> 'removed';

insert into facts.revisions by name
select staged.*, staged.change_kind <> 'removed' as is_newest,
    coalesce(articles.day, staged.seen_from::date) as article_day
from staged_revisions as staged
anti join facts.revisions as known on known.revision_id = staged.revision_id
left join facts.articles as articles on articles.article_id = staged.article_id;

create or replace temp table loaded_texts as
select revision_id, article_day from facts.revisions semi join staged_revisions using (revision_id);

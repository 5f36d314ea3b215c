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
select *, change_kind <> 'removed' as is_newest from staged_revisions anti join facts.revisions using (revision_id);

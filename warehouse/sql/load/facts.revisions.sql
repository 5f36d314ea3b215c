-- A new version ends the one before; a version that is known stays as it is.
-- Grain: one row a version.
update facts.revisions as known set seen_to = staged.seen_from
from staged_revisions as staged
where known.article_id = staged.article_id and known.revision_no < staged.revision_no and known.seen_to is null;

insert into facts.revisions by name select * from staged_revisions anti join facts.revisions using (revision_id);

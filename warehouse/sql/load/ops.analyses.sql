-- A revision that is read again replaces what was known of its reading; its day is touched.
-- Grain: one row a revision.
delete from ops.analyses where revision_id in (select revision_id from staged_analyses);

insert into ops.analyses by name select * from staged_analyses;

insert into ops.touched_days
select distinct articles.day
from facts.articles as articles
join facts.revisions as revisions using (article_id)
semi join staged_analyses as staged on staged.revision_id = revisions.revision_id;

create or replace temp table loaded_texts as
select revision_id, article_day from facts.revisions semi join staged_analyses using (revision_id);

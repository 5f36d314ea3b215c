-- All rows of $table that were read in some revisions.
-- Grain: one row as the reading left it.
select * exclude (article_day) from query_table($table) where revision_id in (select unnest($revision_ids::varchar[]));

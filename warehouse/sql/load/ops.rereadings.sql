-- What a build found otherwise is said once, however often its batch is loaded.
-- Grain: one row a revision, table and build that read it again.
delete from ops.rereadings as old using staged_rereadings as new
where old.revision_id = new.revision_id and old.table_name = new.table_name and old.to_method_id = new.to_method_id;

insert into ops.rereadings by name select * from staged_rereadings;

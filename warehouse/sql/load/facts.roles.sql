-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a role.
delete from facts.roles where revision_id in (select revision_id from staged_analyses);

insert into facts.roles by name select * from staged_roles;

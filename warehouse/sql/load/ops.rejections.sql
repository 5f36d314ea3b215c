-- A page that is read again replaces what was known of its rejection.
-- Grain: one row a rejected page.
delete from ops.rejections where fetch_id in (select fetch_id from staged_extractions);

insert into ops.rejections by name select * from staged_rejections;

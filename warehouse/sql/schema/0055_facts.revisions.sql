-- The zone of the publication's time, for "today" to be the day that it was where the page was written.
-- Grain: one row a version.
alter table facts.revisions add column published_offset_minutes integer;
comment on column facts.revisions.published_offset_minutes is 'Minutes east of Greenwich of the zone that the page''s own publication time was printed in; null where none was.';

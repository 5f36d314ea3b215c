-- Days whose digest is kept, and whose files may not be written.
-- Grain: one row a day.
create table ops.unwritten_digests (
    day date not null
);
comment on table ops.unwritten_digests is 'Days whose digest is kept, and whose files may not be written. Grain: one row a day.';
comment on column ops.unwritten_digests.day is 'Day whose digest a run is writing, or was when it was killed.';

-- Days whose digest is to be written, or may be half written.
-- Grain: one row a day.
create table ops.unwritten_digests (
    day date not null
);
comment on table ops.unwritten_digests is 'Days whose digest is to be written, or may be half written. Grain: one row a day.';
comment on column ops.unwritten_digests.day is 'Day whose digest a run is to write or is writing, or was when it was killed.';

-- Notes a day whose digest is about to be written into files.
-- Grain: one row a day.
insert into ops.unwritten_digests select $day::date except select day from ops.unwritten_digests;

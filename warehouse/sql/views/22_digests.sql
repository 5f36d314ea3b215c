-- Digests that were written.
-- Grain: one row a day and edition.
create or replace view digests as
select * from daily.digests;
comment on view digests is 'Digests that were written. Grain: one row a day and edition.';

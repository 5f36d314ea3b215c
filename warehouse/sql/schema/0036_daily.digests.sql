-- Digests that were written.
-- Grain: one row a day and edition.
create table daily.digests (
    day date not null,
    edition integer not null,
    written_at timestamptz not null,
    content_hash varchar not null,
    content varchar not null
);
comment on table daily.digests is 'Digests that were written. Grain: one row a day and edition.';
comment on column daily.digests.day is 'Day.';
comment on column daily.digests.edition is '1, 2, ...: a new one only when the content differs.';
comment on column daily.digests.written_at is 'When.';
comment on column daily.digests.content_hash is 'Hash of the content.';
comment on column daily.digests.content is 'The content as JSON.';

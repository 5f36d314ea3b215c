-- Lines of the page that are no part of the text.
-- Grain: one row a line.
create table facts.dropped (
    revision_id varchar not null,
    dropped_no integer not null,
    text varchar not null,
    reason varchar not null
);
comment on table facts.dropped is 'Lines of the page that are no part of the text. Grain: one row a line.';
comment on column facts.dropped.revision_id is 'Revision.';
comment on column facts.dropped.dropped_no is '0, 1, ...';
comment on column facts.dropped.text is 'The line.';
comment on column facts.dropped.reason is 'Why it was dropped: loading, newsletter, related, share, ...';

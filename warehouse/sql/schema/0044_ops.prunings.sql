-- What `dateline prune` removed, and up to which day.
-- Grain: one row a pruning and kind.
create table ops.prunings (
    pruned_at timestamptz not null,
    kind varchar not null,
    before_day date not null,
    row_count bigint not null,
    byte_count bigint not null
);
comment on table ops.prunings is 'What `dateline prune` removed, and up to which day. Grain: one row a pruning and kind.';
comment on column ops.prunings.pruned_at is 'When.';
comment on column ops.prunings.kind is 'pages (answers in the archive), polls (and runs) or texts (and all that was read in them).';
comment on column ops.prunings.before_day is 'Days before this one were pruned.';
comment on column ops.prunings.row_count is 'Rows that were removed or changed.';
comment on column ops.prunings.byte_count is 'Bytes of archive files that were removed.';

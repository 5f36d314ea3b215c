-- What a build of analyse found otherwise than the one before it.
-- Grain: one row a revision, table and build that read it again.
create table ops.rereadings (
    revision_id varchar not null,
    table_name varchar not null,
    from_method_id varchar not null,
    to_method_id varchar not null,
    read_at timestamptz not null,
    same_count bigint not null,
    gained_count bigint not null,
    lost_count bigint not null,
    different_count bigint not null
);
comment on table ops.rereadings is 'What a build of analyse found otherwise than the one before it. Grain: one row a revision, table and build that read it again.';
comment on column ops.rereadings.revision_id is 'Revision that was read again.';
comment on column ops.rereadings.table_name is 'Table whose rows are compared.';
comment on column ops.rereadings.from_method_id is 'Build that had read it before.';
comment on column ops.rereadings.to_method_id is 'Build that read it again.';
comment on column ops.rereadings.read_at is 'When.';
comment on column ops.rereadings.same_count is 'Rows that say the same of the same place.';
comment on column ops.rereadings.gained_count is 'Rows at places that had none.';
comment on column ops.rereadings.lost_count is 'Rows whose place has none any more.';
comment on column ops.rereadings.different_count is 'Rows that say something else of the same place.';

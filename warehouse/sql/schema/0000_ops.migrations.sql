-- The schemas by author (people, the web and our reading of it, SQL over facts, the machine), and what was migrated.
-- Grain: one row a migration.
create schema if not exists seeds;
create schema if not exists facts;
create schema if not exists daily;
create schema if not exists ops;
create table ops.migrations (
    version integer not null,
    name varchar not null,
    applied_at timestamptz not null
);
comment on table ops.migrations is 'Migrations applied to this warehouse. Grain: one row a migration.';
comment on column ops.migrations.version is 'Number of the migration file.';
comment on column ops.migrations.name is 'Name of the migration file.';
comment on column ops.migrations.applied_at is 'When it was applied.';

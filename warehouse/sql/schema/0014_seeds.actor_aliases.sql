-- Other names of known actors.
-- Grain: one row an alias.
create table seeds.actor_aliases (
    actor_id varchar not null,
    alias varchar not null,
    alias_kind varchar not null
);
comment on table seeds.actor_aliases is 'Other names of known actors. Grain: one row an alias.';
comment on column seeds.actor_aliases.actor_id is 'Actor.';
comment on column seeds.actor_aliases.alias is 'The name.';
comment on column seeds.actor_aliases.alias_kind is 'name, short, acronym, demonym, adjective, capital or office.';

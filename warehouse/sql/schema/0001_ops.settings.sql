-- Facts about this warehouse that must not change silently, such as the zone that its days are cut in.
-- Grain: one row a setting.
create table ops.settings (
    name varchar not null,
    value varchar not null
);
comment on table ops.settings is 'Facts about this warehouse that must not change silently, such as the zone that its days are cut in. Grain: one row a setting.';
comment on column ops.settings.name is 'Name of the setting.';
comment on column ops.settings.value is 'Its value.';

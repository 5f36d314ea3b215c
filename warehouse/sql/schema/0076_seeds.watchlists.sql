-- What the user of a project watches for: the lists of watchlists.toml.
-- Grain: one row a watchlist.
create table seeds.watchlists (
    watch_id varchar not null,
    watch_no integer not null,
    name varchar not null,
    rule varchar not null,
    rule_hash varchar not null,
    alert varchar not null,
    since_at timestamptz not null
);
comment on table seeds.watchlists is 'What the user of a project watches for: the lists of watchlists.toml. Grain: one row a watchlist.';
comment on column seeds.watchlists.watch_id is 'Id made from the name.';
comment on column seeds.watchlists.watch_no is 'Its place in the file: 0, 1, ...';
comment on column seeds.watchlists.name is 'Name.';
comment on column seeds.watchlists.rule is 'Rule as written (docs/watchlists.md).';
comment on column seeds.watchlists.rule_hash is 'Hash of what the rule means, lists that it names among it: what was counted rests on that.';
comment on column seeds.watchlists.alert is 'When it alerts: digest (never by itself), each or burst.';
comment on column seeds.watchlists.since_at is 'Since when it is watched by this rule: articles that were first seen before alert nobody.';

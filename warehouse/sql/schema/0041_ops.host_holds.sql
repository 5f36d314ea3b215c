-- Hosts that asked to be left alone, by 429 or by 503 with Retry-After.
-- Grain: one row a host.
create table ops.host_holds (
    host varchar not null,
    until_at timestamptz not null,
    reason varchar not null,
    noted_at timestamptz not null
);
comment on table ops.host_holds is 'Hosts that asked to be left alone, by 429 or by 503 with Retry-After. Grain: one row a host.';
comment on column ops.host_holds.host is 'The host, with its port where that is not the usual one.';
comment on column ops.host_holds.until_at is 'None of its feeds and pages is asked for before.';
comment on column ops.host_holds.reason is 'What it asked, in words.';
comment on column ops.host_holds.noted_at is 'When it asked.';

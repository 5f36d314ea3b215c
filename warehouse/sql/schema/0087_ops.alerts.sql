-- The outbox of alerts.
-- Grain: one row an alert and target.
create table ops.alerts (
    alert_id varchar not null,
    watch_id varchar not null,
    watchlist varchar not null,
    kind varchar not null,
    target varchar not null,
    day date not null,
    title varchar not null,
    body varchar not null,
    state varchar not null,
    attempt_count integer not null,
    made_at timestamptz not null,
    tried_at timestamptz,
    next_try_at timestamptz,
    sent_at timestamptz,
    error varchar
);
comment on table ops.alerts is 'The outbox of alerts. Grain: one row an alert and target.';
comment on column ops.alerts.alert_id is 'Id made of what it tells and to whom: the same is never written twice.';
comment on column ops.alerts.watch_id is 'Watchlist.';
comment on column ops.alerts.watchlist is 'Its name.';
comment on column ops.alerts.kind is 'each (a new story) or burst.';
comment on column ops.alerts.target is 'Name of the target in targets.toml; never its address.';
comment on column ops.alerts.day is 'Day of what it tells.';
comment on column ops.alerts.title is 'Title of the message.';
comment on column ops.alerts.body is 'Text of the message.';
comment on column ops.alerts.state is 'waiting; sending; sent; unknown (it may have arrived: it is not sent again); failed (tried often enough); lapsed (waited for a day).';
comment on column ops.alerts.attempt_count is 'Attempts that have begun.';
comment on column ops.alerts.made_at is 'When it was written.';
comment on column ops.alerts.tried_at is 'When the last attempt began.';
comment on column ops.alerts.next_try_at is 'Not before then; null: at once.';
comment on column ops.alerts.sent_at is 'When the service took it; null: it has not.';
comment on column ops.alerts.error is 'Why the last attempt failed.';

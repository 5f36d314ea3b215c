-- The alerts that watchlists made, and how their delivery went.
-- Grain: one row an alert and target.
create or replace view alerts as
select alert_id, watch_id, watchlist, kind, target, day, title, body, state, attempt_count, made_at, tried_at, next_try_at, sent_at, error from ops.alerts;
comment on view alerts is 'The alerts that watchlists made, and how their delivery went. Grain: one row an alert and target.';
comment on column alerts.alert_id is 'Id made of what it tells and to whom: the same is never written twice.';
comment on column alerts.watch_id is 'Watchlist.';
comment on column alerts.watchlist is 'Its name.';
comment on column alerts.kind is 'each (a new story) or burst.';
comment on column alerts.target is 'Name of the target in targets.toml; never its address.';
comment on column alerts.day is 'Day of what it tells.';
comment on column alerts.title is 'Title of the message.';
comment on column alerts.body is 'Text of the message.';
comment on column alerts.state is 'waiting; sending; sent; unknown (it may have arrived: it is not sent again); failed (tried often enough); lapsed (waited for a day).';
comment on column alerts.attempt_count is 'Attempts that have begun.';
comment on column alerts.made_at is 'When it was written.';
comment on column alerts.tried_at is 'When the last attempt began.';
comment on column alerts.next_try_at is 'Not before then; null: at once.';
comment on column alerts.sent_at is 'When the service took it; null: it has not.';
comment on column alerts.error is 'Why the last attempt failed.';

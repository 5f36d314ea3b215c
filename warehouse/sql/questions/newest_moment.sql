-- The newest moment at which this machine saw or did anything.
-- Grain: one row.
select greatest((select max(first_seen_at) from facts.entries), (select max(polled_at) from ops.polls),
    (select max(fetched_at) from ops.fetches), (select max(started_at) from ops.runs)) as newest_at;

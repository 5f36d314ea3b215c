-- Feeds with their outlet and how their last poll went.
-- Grain: one row a feed.
create or replace view feeds as
with last_polls as (
    select feed_id, max(polled_at) as last_polled_at, arg_max(outcome, polled_at) as last_outcome, arg_max(error, polled_at) as last_error
    from ops.polls group by feed_id
)
select
    feeds.feed_id, feeds.url, feeds.title, outlets.name as outlet, feeds.folder, feeds.language, feeds.is_enabled,
    last_polls.last_polled_at, last_polls.last_outcome, last_polls.last_error, states.last_success_at, states.next_poll_at,
    coalesce(states.failure_count, 0) as failure_count
from seeds.feeds as feeds
left join seeds.outlets as outlets on outlets.outlet_id = feeds.outlet_id
left join last_polls on last_polls.feed_id = feeds.feed_id
left join ops.feed_state as states on states.feed_id = feeds.feed_id;
comment on view feeds is 'Feeds with their outlet and how their last poll went. Grain: one row a feed.';
comment on column feeds.outlet is 'Outlet''s name.';
comment on column feeds.feed_id is 'Feed.';
comment on column feeds.url is 'Address of the feed.';
comment on column feeds.title is 'Title that readers know.';
comment on column feeds.folder is 'Group that the user put it in.';
comment on column feeds.language is 'ISO 639-1 code.';
comment on column feeds.is_enabled is 'Whether it is polled.';
comment on column feeds.last_polled_at is 'When it was last polled.';
comment on column feeds.last_outcome is 'What came of that poll.';
comment on column feeds.last_error is 'What went wrong, in words.';
comment on column feeds.last_success_at is 'When it last answered well.';
comment on column feeds.next_poll_at is 'Not to be polled before.';
comment on column feeds.failure_count is 'Failures since the last success.';

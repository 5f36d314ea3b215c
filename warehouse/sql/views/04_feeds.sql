-- Feeds with their outlet and how they are: as of the last poll of any.
-- Grain: one row a feed.
create or replace view feeds as
select
    states.feed_id, states.url, states.title, outlets.name as outlet, states.folder, states.language, states.is_enabled, states.state,
    states.last_polled_at, states.last_outcome, states.last_error, states.last_success_at, states.next_poll_at, states.failure_count,
    states.recent_poll_count, states.recent_failed_poll_count, states.newest_at, states.usual_minutes, states.patience_minutes,
    states.moved_url
from main.feed_states((select coalesce(max(polled_at), now()) from ops.polls)) as states
left join seeds.outlets as outlets on outlets.outlet_id = states.outlet_id;
comment on view feeds is 'Feeds with their outlet and how they are: as of the last poll of any. Grain: one row a feed.';
comment on column feeds.outlet is 'Outlet''s name.';
comment on column feeds.feed_id is 'Feed.';
comment on column feeds.url is 'Address of the feed.';
comment on column feeds.title is 'Title that readers know.';
comment on column feeds.folder is 'Group that the user put it in.';
comment on column feeds.language is 'ISO 639-1 code.';
comment on column feeds.is_enabled is 'Whether it is polled.';
comment on column feeds.state is 'ok, flaky (fails now and then), failing, silent (for longer than its own rhythm explains), moved, gone, paused, or new (not polled yet).';
comment on column feeds.last_polled_at is 'When it was last polled.';
comment on column feeds.last_outcome is 'What came of that poll.';
comment on column feeds.last_error is 'What went wrong at the last poll that failed, in words.';
comment on column feeds.last_success_at is 'When it last answered well.';
comment on column feeds.next_poll_at is 'Not to be polled before.';
comment on column feeds.failure_count is 'Failures since the last success.';
comment on column feeds.recent_poll_count is 'Its last polls, at most 20.';
comment on column feeds.recent_failed_poll_count is 'Those of them that failed.';
comment on column feeds.newest_at is 'Time of its newest entry.';
comment on column feeds.usual_minutes is 'Usual minutes between two entries, over 90 days: the median; null where there are not two.';
comment on column feeds.patience_minutes is 'Minutes without a new entry after which it is silent: a day, or twice its second longest gap in 90 days; 30 days without any.';
comment on column feeds.moved_url is 'Address that it has moved to and is polled at.';

-- How well each feed was seen on a day.
-- Grain: one row a day and feed.
create table daily.coverage (
    day date not null,
    feed_id varchar not null,
    poll_count integer not null,
    failed_poll_count integer not null,
    gap_count integer not null,
    entry_count integer not null,
    page_count integer not null,
    read_count integer not null,
    state varchar not null
);
comment on table daily.coverage is 'How well each feed was seen on a day. Grain: one row a day and feed.';
comment on column daily.coverage.day is 'Day.';
comment on column daily.coverage.feed_id is 'Feed.';
comment on column daily.coverage.poll_count is 'Polls on that day.';
comment on column daily.coverage.failed_poll_count is 'Polls that gave no feed.';
comment on column daily.coverage.gap_count is 'Polls with no entry in common with the one before.';
comment on column daily.coverage.entry_count is 'Entries first seen on that day.';
comment on column daily.coverage.page_count is 'Articles of that day that the feed showed.';
comment on column daily.coverage.read_count is 'Those of them that have text.';
comment on column daily.coverage.state is 'ok, partial (some polls failed), failed (all did) or unpolled.';

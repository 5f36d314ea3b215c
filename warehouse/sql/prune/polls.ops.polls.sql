-- Removes the polls before $moment but the last of each feed.
-- Grain: one row a poll.
delete from ops.polls as polls
where polled_at < $moment
    and polled_at < (select max(newest.polled_at) from ops.polls as newest where newest.feed_id = polls.feed_id);

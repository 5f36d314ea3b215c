-- A poll may be put off.
-- Grain: one row a poll.
comment on column ops.polls.outcome is 'ok, unchanged, not_a_feed, http_error, unreachable, not_tried (its host was failing or asked to wait), refused, too_large or gone.';

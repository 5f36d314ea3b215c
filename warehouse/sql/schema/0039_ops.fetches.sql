-- A fetch may be put off.
-- Grain: one row a request.
comment on column ops.fetches.outcome is 'ok, unchanged, http_error, unreachable, not_tried (its host was failing or asked to wait: no attempt), refused, too_large, gone or not_html.';

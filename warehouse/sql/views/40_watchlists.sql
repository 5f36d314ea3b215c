-- What is watched for, and what it has hit so far.
-- Grain: one row a watchlist.
create or replace view watchlists as
select lists.name, lists.rule, lists.alert, lists.since_at, min(hits.day) as first_day, max(hits.day) as last_day,
    count(hits.article_id) as article_count, lists.watch_id, lists.watch_no
from seeds.watchlists as lists
left join daily.watch_hits as hits on hits.watch_id = lists.watch_id
group by all;
comment on view watchlists is 'What is watched for, and what it has hit so far. Grain: one row a watchlist.';
comment on column watchlists.name is 'Name.';
comment on column watchlists.rule is 'Rule as written.';
comment on column watchlists.alert is 'When it alerts: digest (never by itself), each or burst.';
comment on column watchlists.since_at is 'Since when it is watched by this rule.';
comment on column watchlists.first_day is 'First day with an article that fits it; null where there is none.';
comment on column watchlists.last_day is 'Last such day.';
comment on column watchlists.article_count is 'Articles that fit it.';
comment on column watchlists.watch_id is 'Watchlist.';
comment on column watchlists.watch_no is 'Its place in the file.';

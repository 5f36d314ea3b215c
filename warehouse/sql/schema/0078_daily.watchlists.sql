-- The day's watchlists: what was counted on that day alone.
-- Grain: one row a day and watchlist with an article.
create table daily.watchlists (
    day date not null,
    watch_id varchar not null,
    article_count integer not null,
    copy_group_count integer not null,
    outlet_count integer not null,
    owner_count integer not null,
    article_share double not null
);
comment on table daily.watchlists is 'The day''s watchlists: what was counted on that day alone. Grain: one row a day and watchlist with an article.';
comment on column daily.watchlists.day is 'Day.';
comment on column daily.watchlists.watch_id is 'Watchlist.';
comment on column daily.watchlists.article_count is 'Articles that fit it.';
comment on column daily.watchlists.copy_group_count is 'Different texts that do.';
comment on column daily.watchlists.outlet_count is 'Outlets that printed one.';
comment on column daily.watchlists.owner_count is 'Owners of those outlets.';
comment on column daily.watchlists.article_share is 'Share of the day''s articles, 0 to 1.';

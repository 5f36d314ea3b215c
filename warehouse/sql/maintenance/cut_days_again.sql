-- Cuts the day of every article in the zone of ops.settings, and touches every day before and after.
-- Grain: one row an article.
insert into ops.touched_days select distinct day from facts.articles;

insert into ops.touched_days select distinct day from daily.coverage;

update facts.articles set day = (
    case when published_at is null or is_suspect then first_seen_at else published_at end
    at time zone (select value from ops.settings where name = 'timezone')
)::date;

insert into ops.touched_days select distinct day from facts.articles;

insert into ops.touched_days
select distinct (polled_at at time zone (select value from ops.settings where name = 'timezone'))::date from ops.polls;

insert into ops.touched_days
select distinct (first_seen_at at time zone (select value from ops.settings where name = 'timezone'))::date from facts.entries;

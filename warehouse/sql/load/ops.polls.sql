-- Polls are only ever added. Their days are touched, and those after a feed's first poll, which say whether it was polled.
-- Grain: one row a poll.
insert into ops.touched_days
select distinct (polled_at at time zone (select value from ops.settings where name = 'timezone'))::date from staged_polls;

insert into ops.touched_days
select distinct day from daily.coverage
where day > (
    select min(staged.polled_at at time zone (select value from ops.settings where name = 'timezone'))::date
    from staged_polls as staged
    anti join ops.polls as known on known.feed_id = staged.feed_id and known.polled_at <= staged.polled_at
);

insert into ops.polls by name select * from staged_polls anti join ops.polls using (poll_id);

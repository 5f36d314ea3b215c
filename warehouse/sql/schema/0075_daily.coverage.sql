-- What a feed usually gives on such a day, beside what it gave.
-- Grain: one row a day and feed.
alter table daily.coverage add column usual_page_count double;
insert into ops.touched_days select distinct day from daily.coverage;
comment on column daily.coverage.usual_page_count is 'Articles to expect of the feed: its mean over the same weekdays of the 28 days before on which a poll succeeded (all such days where there are fewer than two of these); null where there is none.';

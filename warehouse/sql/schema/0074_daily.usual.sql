-- The things of a day beside their usual level, and how surely they rose or faded.
-- Grain: one row a day, kind and thing.
create table daily.usual (
    day date not null,
    kind varchar not null,
    thing_id varchar not null,
    other_id varchar not null,
    comparable_count integer not null,
    past_count integer not null,
    history_day_count integer not null,
    usual double not null,
    ratio double,
    ratio_low double not null,
    ratio_high double,
    dispersion double not null,
    p_value double,
    q_value double,
    is_new boolean not null
);
comment on table daily.usual is 'The things of a day beside their usual level, and how surely they rose or faded. Grain: one row a day, kind and thing.';
comment on column daily.usual.day is 'Day.';
comment on column daily.usual.kind is 'actor, topic, place, event, pair, outlet; empty: all articles.';
comment on column daily.usual.thing_id is 'Actor, topic, place, type of event or outlet; of a pair the actor whose id comes first.';
comment on column daily.usual.other_id is 'The other actor of a pair; else empty.';
comment on column daily.usual.comparable_count is 'Articles of the day from feeds that were read on the past days as well.';
comment on column daily.usual.past_count is 'Articles of these feeds on the past days.';
comment on column daily.usual.history_day_count is 'Past days: the same weekdays of the 28 days before; all watched days of them where there are fewer than two such.';
comment on column daily.usual.usual is 'Articles that these feeds would have had on the day, had the thing kept its share of what each of them gives.';
comment on column daily.usual.ratio is 'comparable_count by usual; null where the usual is zero.';
comment on column daily.usual.ratio_low is 'Lower end of its 95 % interval.';
comment on column daily.usual.ratio_high is 'Upper end of its 95 % interval; null where the past holds nothing that could bound it.';
comment on column daily.usual.dispersion is 'By how much counts vary more than by chance: the variance of a count is its mean and this times its mean squared.';
comment on column daily.usual.p_value is 'How often chance alone would move the count as far from the usual; null where there are too few articles to tell.';
comment on column daily.usual.q_value is 'False discoveries to expect among all things of the day with a q-value as small; null where p_value is.';
comment on column daily.usual.is_new is 'No feed told of it in the 28 days before.';

-- Empties the note of touched days, whose aggregates are made, and lets go of what was gathered for them.
-- Grain: one row a day.
delete from ops.touched_days;

drop table temp.touched_pairs;

drop table temp.touched_parties;

drop table temp.touched_mentions;

drop table temp.touched_articles;

-- Empties the note of touched days, whose aggregates are made, and lets go of what was gathered for them.
-- Grain: one row a day.
delete from ops.touched_days;

drop table temp.touched_pairs;

drop table temp.touched_deeds;

drop table temp.touched_places;

drop table temp.touched_topics;

drop table temp.touched_events;

drop table temp.touched_tones;

drop table temp.touched_quotes;

drop table temp.touched_parties;

drop table temp.touched_mentions;

drop table temp.touched_settled;

drop table temp.touched_texts;

drop table temp.touched_articles;

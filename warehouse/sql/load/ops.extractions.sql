-- A page that is read again replaces what was known of its reading.
-- Grain: one row a fetch with outcome ok.
delete from ops.extractions where fetch_id in (select fetch_id from staged_extractions);

insert into ops.extractions by name select * from staged_extractions;

insert into ops.touched_days
select distinct articles.day from facts.articles as articles semi join staged_extractions as staged using (article_id);

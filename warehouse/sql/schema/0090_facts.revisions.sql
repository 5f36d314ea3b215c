-- Each table that is read by revision has the article's day: ids are hashes, in no order by which a scan could skip other days.
-- Grain: one row a version.
alter table facts.revisions add column article_day date;
alter table facts.alias_sightings add column article_day date;
alter table facts.article_topics add column article_day date;
alter table facts.citations add column article_day date;
alter table facts.dates add column article_day date;
alter table facts.dropped add column article_day date;
alter table facts.event_actors add column article_day date;
alter table facts.events add column article_day date;
alter table facts.mentions add column article_day date;
alter table facts.paragraphs add column article_day date;
alter table facts.places add column article_day date;
alter table facts.quantities add column article_day date;
alter table facts.quotes add column article_day date;
alter table facts.revision_changes add column article_day date;
alter table facts.roles add column article_day date;
alter table facts.sections add column article_day date;
alter table facts.sentences add column article_day date;
alter table facts.tones add column article_day date;
alter table facts.topic_evidence add column article_day date;
alter table facts.topic_labels add column article_day date;

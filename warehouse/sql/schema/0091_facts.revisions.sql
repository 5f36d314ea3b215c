-- What is known gets its article's day.
-- Grain: one row a version.
update facts.revisions set article_day = seen_from::date;
update facts.revisions as revisions set article_day = articles.day
from facts.articles as articles where articles.article_id = revisions.article_id;
update facts.alias_sightings as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.article_topics as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.citations as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.dates as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.dropped as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.event_actors as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.events as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.mentions as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.paragraphs as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.places as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.quantities as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.quotes as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.revision_changes as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.roles as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.sections as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.sentences as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.tones as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.topic_evidence as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
update facts.topic_labels as old set article_day = revisions.article_day
from facts.revisions as revisions where revisions.revision_id = old.revision_id;
comment on column facts.revisions.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.alias_sightings.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.article_topics.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.citations.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.dates.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.dropped.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.event_actors.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.events.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.mentions.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.paragraphs.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.places.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.quantities.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.quotes.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.revision_changes.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.roles.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.sections.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.sentences.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.tones.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.topic_evidence.article_day is 'Day of its article, kept the same: scans skip other days by it.';
comment on column facts.topic_labels.article_day is 'Day of its article, kept the same: scans skip other days by it.';

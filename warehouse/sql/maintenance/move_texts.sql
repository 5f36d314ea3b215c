-- Gives the moved texts, and all that was read in them, their article's day.
-- Grain: one row a version.
update facts.revisions as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.alias_sightings as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.article_topics as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.citations as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.dates as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.dropped as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.event_actors as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.events as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.mentions as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.paragraphs as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.places as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.quantities as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.quotes as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.revision_changes as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.roles as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.sections as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.sentences as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.tones as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.topic_evidence as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

update facts.topic_labels as old set article_day = moved.day
from moved_texts as moved where old.article_day = moved.former_day and old.revision_id = moved.revision_id;

-- The tone of the newest texts: of sentences, of articles, and towards those whom they name.
-- Grain: one row a sentence, mention, actor or article.
create or replace view tones as
select
    sentences.article_id, sentences.outlet, sentences.day, tones.scope, actors.name as actor, tones.actor_id, tones.tone,
    tones.score, tones.evidence, sentences.sentence, tones.revision_id, tones.tone_no, tones.sentence_no,
    tones.char_start, tones.char_end, tones.mention_no, tones.confidence, tones.method
from facts.tones as tones
join sentences on sentences.day = tones.article_day and sentences.revision_id = tones.revision_id and sentences.sentence_no = tones.sentence_no
left join facts.actors as actors on actors.actor_id = tones.actor_id;
comment on view tones is 'The tone of the newest texts: of sentences, of articles, and towards those whom they name. Grain: one row a sentence, mention, actor or article.';
comment on column tones.article_id is 'Article.';
comment on column tones.outlet is 'Outlet''s name.';
comment on column tones.day is 'Date in the reader''s zone.';
comment on column tones.scope is 'sentence (only those that have a tone), mention (towards whom it names, in its sentence), actor (over the article), article.';
comment on column tones.actor is 'Name of whom the tone is towards; null of sentences and articles, and where unresolved.';
comment on column tones.actor_id is 'Actor; null where unresolved, and of sentences and articles.';
comment on column tones.tone is 'negative, neutral or positive.';
comment on column tones.score is '-1 to 1.';
comment on column tones.evidence is 'The words that made it so, joined with "; "; empty of actors and articles.';
comment on column tones.sentence is 'The sentence that it stands in; of an actor the first that names it, of an article its first.';
comment on column tones.revision_id is 'Revision.';
comment on column tones.tone_no is 'Number of the row in its text.';
comment on column tones.sentence_no is 'Sentence; of an actor the first that names it, of an article 0.';
comment on column tones.char_start is 'Start in body of the sentence, mention or text, 0-based code points.';
comment on column tones.char_end is 'End in body, exclusive.';
comment on column tones.mention_no is 'Mention; of an actor, its first; null of sentences and articles.';
comment on column tones.confidence is '0 to 1.';
comment on column tones.method is 'What found it.';

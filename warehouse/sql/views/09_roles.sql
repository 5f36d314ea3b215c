-- Roles of persons in the newest texts.
-- Grain: one row a role.
create or replace view roles as
select sentences.article_id, sentences.outlet, sentences.day, actors.name as actor, roles.text, roles.role_class, roles.affiliation,
    roles.country, roles.is_former, sentences.sentence, roles.revision_id, roles.sentence_no, roles.char_start, roles.char_end,
    case when settled.reason is null then roles.actor_id else settled.actor_id end as actor_id
from facts.roles as roles
join sentences on sentences.day = roles.article_day and sentences.revision_id = roles.revision_id and sentences.sentence_no = roles.sentence_no
left join daily.settled_actors as settled
    on settled.revision_id = roles.revision_id and settled.read_actor_id = roles.actor_id
left join facts.actors as actors
    on actors.actor_id = case when settled.reason is null then roles.actor_id else settled.actor_id end;
comment on view roles is 'Roles of persons in the newest texts. Grain: one row a role.';
comment on column roles.article_id is 'Article.';
comment on column roles.outlet is 'Outlet''s name.';
comment on column roles.day is 'Date in the reader''s zone.';
comment on column roles.sentence is 'The sentence that it stands in.';
comment on column roles.revision_id is 'Revision.';
comment on column roles.sentence_no is 'Number of the sentence.';
comment on column roles.char_start is 'Start in body, 0-based code points.';
comment on column roles.char_end is 'End in body, exclusive.';
comment on column roles.actor is 'The person.';
comment on column roles.text is 'The role as printed.';
comment on column roles.role_class is 'head_of_government, minister, ...; other.';
comment on column roles.affiliation is 'Body or country that the role is of.';
comment on column roles.country is 'ISO 3166 alpha-2 code of the country that the role is of or in; empty where unknown.';
comment on column roles.is_former is 'Whether the role is a past one.';
comment on column roles.actor_id is 'The person''s actor.';

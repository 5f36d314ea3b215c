-- What the numbers of a type of events count on a day, each with its sentence; mere statements are of the type statement.
-- Grain: one row an event.
create or replace macro main.why_event(name, day, language := 'all', folder := 'all') as table
select told.day, told.language, told.folder, told.counted, told.type, told.item_no, told.is_negated,
    (select string_agg(coalesce(actors.name, takers.text), '; ' order by takers.event_actor_no)
        from facts.event_actors as takers
        left join daily.settled_actors as settled
            on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
        left join facts.actors as actors
            on actors.actor_id = case when settled.reason is null then takers.actor_id else settled.actor_id end
        where takers.revision_id = told.revision_id and takers.event_no = told.item_no and takers.side = 'source') as source,
    (select string_agg(coalesce(actors.name, takers.text), '; ' order by takers.event_actor_no)
        from facts.event_actors as takers
        left join daily.settled_actors as settled
            on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
        left join facts.actors as actors
            on actors.actor_id = case when settled.reason is null then takers.actor_id else settled.actor_id end
        where takers.revision_id = told.revision_id and takers.event_no = told.item_no and takers.side = 'target') as target,
    told.article_id, told.copy_group_id, told.outlet_id, told.owner, told.outlet, told.title, told.url,
    told.published_at, told.sentence, told.surface, told.score, told.revision_id, told.sentence_no,
    told.char_start, told.char_end
from daily.event_sentences as told
where told.day = day::date and told.language = language and told.folder = folder
    and told.type = case when upper(trim(name)) in ('STATEMENT', 'STATEMENTS') then '' else upper(trim(name)) end
order by told.published_at, told.article_id, told.sentence_no, told.char_start, told.item_no;
comment on macro table main.why_event is 'What the numbers of a type of events count on a day, each with its sentence; mere statements are of the type statement. Grain: one row an event.';

-- Counts the actors of the touched days: mentions, articles, different texts, outlets, owners, quotes, events, tone.
-- Grain: one row a day, language, folder and actor.
delete from daily.actors where day in (select day from ops.touched_days);

insert into daily.actors by name
with counted as (from touched_articles),
totals as (select day, language, folder, count(*) as article_count from counted group by all),
said as (
    select quotes.revision_id, quotes.attribution_no,
        case when settled.reason is null then quotes.speaker_actor_id else settled.actor_id end as actor_id,
        sum(len(regexp_extract_all(quotes.text, '\S+'))) as word_count
    from facts.quotes as quotes
    left join daily.settled_actors as settled
        on settled.revision_id = quotes.revision_id and settled.read_actor_id = quotes.speaker_actor_id
    where quotes.speaker_actor_id is not null and quotes.kind in ('direct', 'mixed')
        and quotes.revision_id in (select revision_id from counted)
    group by all
),
quoted as (
    select counted.day, counted.language, counted.folder, said.actor_id, count(*) as quote_count,
        sum(said.word_count) as word_count
    from said join counted using (revision_id)
    group by all
),
took_part as (
    select counted.day, counted.language, counted.folder, parties.actor_id,
        count(*) filter (where parties.side = 'source') as source_event_count,
        count(*) filter (where parties.side = 'target') as target_event_count
    from touched_parties as parties join counted using (revision_id)
    group by all
),
judged as (  -- scores are decimals here, so that their sum does not hang on their order
    select counted.day, counted.language, counted.folder,
        case when settled.reason is null then tones.actor_id else settled.actor_id end as actor_id,
        avg(tones.score::decimal(9, 3)) as mean_tone
    from facts.tones as tones
    join counted using (revision_id)
    left join daily.settled_actors as settled
        on settled.revision_id = tones.revision_id and settled.read_actor_id = tones.actor_id
    where tones.scope = 'actor'
    group by all
),
mentioned as (
    select counted.day, counted.language, counted.folder, mentions.actor_id, count(*)::integer as mention_count,
    count(distinct counted.article_id)::integer as article_count,
        count(distinct counted.copy_group_id)::integer as copy_group_count,
        count(distinct counted.outlet_id)::integer as outlet_count, count(distinct counted.owner)::integer as owner_count
    from touched_mentions as mentions join counted using (revision_id)
    group by all
)
select mentioned.*, coalesce(quoted.quote_count, 0)::integer as quote_count,
    coalesce(quoted.word_count, 0)::integer as quoted_word_count,
    coalesce(took_part.source_event_count, 0)::integer as source_event_count,
    coalesce(took_part.target_event_count, 0)::integer as target_event_count,
    judged.mean_tone, mentioned.article_count / totals.article_count as article_share
from mentioned
join totals using (day, language, folder)
left join quoted using (day, language, folder, actor_id)
left join took_part using (day, language, folder, actor_id)
left join judged using (day, language, folder, actor_id)
order by day, language, folder, actor_id;

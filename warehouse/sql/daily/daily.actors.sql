-- Counts the actors of the touched days: mentions, articles, different texts, outlets, owners, quotes, events, tone.
-- Grain: one row a day, language, folder and actor.
delete from daily.actors where day in (select day from ops.touched_days);

insert into daily.actors by name
with counted as (from touched_articles),
totals as (select day, language, folder, count(*) as article_count from counted group by all),
said as (
    select revision_id, attribution_no, actor_id, sum(word_count) as word_count
    from touched_quotes where actor_id is not null group by all
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
judged as (
    select counted.day, counted.language, counted.folder, tones.actor_id, avg(tones.score) as mean_tone
    from touched_tones as tones join counted using (revision_id)
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

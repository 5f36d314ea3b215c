-- What an actor is quoted with between two days, both included; without them ever. Indirect speech is there, too: kind tells.
-- Grain: one row a quote, all its parts together, in the order of time.
create or replace macro main.quotes_of(name, from_day := null, to_day := null, language := 'all', folder := 'all') as table
with spoken as (
    select told.* exclude (word_count), named.actor_id, named.actor, quotes.attribution_no, quotes.part_no, quotes.quote_no, quotes.sentence_no,
        quotes.char_start, quotes.char_end, quotes.text, quotes.kind, quotes.cue, quotes.cue_class, quotes.is_negated, quotes.via_text
    from facts.quotes as quotes
    join daily.scoped_articles as told on told.day = quotes.article_day and told.revision_id = quotes.revision_id
    left join daily.settled_actors as settled
        on settled.revision_id = quotes.revision_id and settled.read_actor_id = quotes.speaker_actor_id
    join main.actors_named(name) as named
        on named.actor_id = case when settled.reason is null then quotes.speaker_actor_id else settled.actor_id end
    where quotes.kind <> 'scare' and told.day between coalesce(from_day::date, date '0001-01-01') and coalesce(to_day::date, date '9999-12-31')
        and told.language = language and told.folder = folder
    qualify named.rank = min(named.rank) over ()
),
said as (
    select spoken.* exclude (part_no, quote_no, sentence_no, char_start, char_end, text, kind, cue, cue_class, is_negated, via_text),
        min(spoken.sentence_no) as sentence_no, min(spoken.char_start) as char_start, max(spoken.char_end) as char_end,
        string_agg(spoken.text, ' … ' order by spoken.part_no, spoken.quote_no) as text,
        sum(len(regexp_extract_all(spoken.text, '\S+')))::integer as word_count,
        case when bool_or(spoken.kind = 'direct') then 'direct' when bool_or(spoken.kind = 'mixed') then 'mixed' else 'indirect' end as kind,
        arg_min(spoken.cue, spoken.part_no) as cue, arg_min(spoken.cue_class, spoken.part_no) as cue_class,
        bool_or(spoken.is_negated) as is_negated, arg_min(spoken.via_text, spoken.part_no) as via_text
    from spoken
    group by all
)
select said.day, said.actor_id, said.actor, said.text, said.kind, said.cue, said.cue_class, said.is_negated, said.via_text, said.word_count,
    coalesce(outlets.name, '') as outlet, revisions.title, articles.url,
    case when articles.published_at is null or articles.is_suspect then articles.first_seen_at else articles.published_at end as published_at,
    substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as sentence,
    said.article_id, said.copy_group_id, said.outlet_id, said.owner, said.revision_id, said.attribution_no, said.sentence_no, said.char_start, said.char_end
from said
join facts.sentences as sentences on sentences.article_day = said.day and sentences.revision_id = said.revision_id and sentences.sentence_no = said.sentence_no
join facts.revisions as revisions on revisions.article_day = said.day and revisions.revision_id = said.revision_id and revisions.article_id = said.article_id
join facts.articles as articles on articles.day = said.day and articles.article_id = said.article_id
left join seeds.outlets as outlets on outlets.outlet_id = said.outlet_id
order by published_at, said.article_id, said.char_start, said.attribution_no;
comment on macro table main.quotes_of is 'What an actor is quoted with between two days, both included; without them ever. Indirect speech is there, too: kind tells. Grain: one row a quote, all its parts together, in the order of time.';

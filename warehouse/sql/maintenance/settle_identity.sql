-- Finds the articles that are one under several addresses: claims that are believed, between texts that are alike. Their days are touched.
-- Grain: one row an article.
create or replace temp table settled as
with recursive believed as (  -- many pages that name one address do so by a careless template
    select distinct article_id, claimed_id from facts.claims
    where article_id <> claimed_id and claimed_id not in (
        select claimed_id from facts.claims where claim = 'canonical' group by claimed_id having count(distinct article_id) > 5
    )
),
edges as (
    select article_id as one, claimed_id as other from believed where claimed_id in (select article_id from facts.articles)
    union
    select article_id, min(article_id) over (partition by claimed_id) from believed
),
texts as (
    select article_id, title, lede, body from facts.revisions
    where change_kind <> 'removed' and article_id in (select one from edges where one <> other union select other from edges where one <> other)
),
alike as (
    select edges.one, edges.other
    from edges
    join texts as mine on mine.article_id = edges.one
    join texts as theirs on theirs.article_id = edges.other
    where edges.one <> edges.other and (
        (mine.title = theirs.title and mine.title <> '')
        or (length(mine.lede) >= 40 and contains(theirs.body, mine.lede))
        or (length(theirs.lede) >= 40 and contains(mine.body, theirs.lede))
    )
    union  -- once one, always one: their texts may be pruned by now
    select edges.one, edges.other
    from edges
    join facts.articles as mine on mine.article_id = edges.one
    join facts.articles as theirs on theirs.article_id = edges.other
    where edges.one <> edges.other and coalesce(mine.same_as_id, mine.article_id) = coalesce(theirs.same_as_id, theirs.article_id)
),
both_ways as (select one, other from alike union select other, one from alike),
reached as (
    select one as article_id, other as reached_id from both_ways
    union
    select reached.article_id, both_ways.other from reached join both_ways on both_ways.one = reached.reached_id
),
firsts as (
    select reached.article_id, arg_min(reached.reached_id, (articles.first_seen_at, articles.article_id)) as first_id
    from reached join facts.articles as articles on articles.article_id = reached.reached_id
    group by reached.article_id
)
select articles.article_id, nullif(firsts.first_id, articles.article_id) as same_as_id
from facts.articles as articles
left join firsts on firsts.article_id = articles.article_id
where nullif(firsts.first_id, articles.article_id) is distinct from articles.same_as_id;

insert into ops.touched_days
select distinct articles.day
from facts.articles as articles
join settled on articles.article_id in (settled.article_id, settled.same_as_id)
    or articles.article_id = (select known.same_as_id from facts.articles as known where known.article_id = settled.article_id);

update facts.articles as known set same_as_id = settled.same_as_id
from settled
where settled.article_id = known.article_id;

drop table settled;

-- Every article that a feed has shown, with its newest text.
-- Grain: one row an article.
create or replace view articles as
with first_entries as (
    select article_id, arg_min(feed_id, (first_seen_at, feed_id)) as feed_id,
        arg_min(title, (first_seen_at, feed_id)) as title, arg_min(author, (first_seen_at, feed_id)) as author
    from facts.entries group by article_id
),
rejected as (select article_id, arg_max(reason, rejected_at) as reason from ops.rejections group by article_id),
last_fetches as (select article_id, arg_max(outcome, fetched_at) as outcome from ops.fetches group by article_id)
select
    articles.article_id, articles.url, articles.canonical_url, coalesce(outlets.name, '') as outlet, feeds.url as feed_url,
    coalesce(revisions.title, first_entries.title, '') as title,
    coalesce(nullif(revisions.authors, ''), first_entries.author, '') as authors,
    articles.published_at, articles.published_source, articles.first_seen_at, articles.day,
    revisions.language, revisions.dateline_place, revisions.dateline_date, revisions.lede, revisions.body, revisions.word_count,
    revisions.revision_no, revisions.revision_id, revisions.modified_at, stories.story_id, copies.copy_group_id,
    copies.role as copy_role, articles.is_suspect, articles.outlet_id,
    coalesce(gone.change_kind, revisions.change_kind) as change_kind, gone.seen_from as removed_at,
    case
        when revisions.revision_id is not null then 'read'
        when articles.day < (select text_day from ops.kept) then 'pruned'
        when rejected.reason is not null then 'rejected: ' || rejected.reason
        when last_fetches.outcome is null then 'waiting'
        when last_fetches.outcome in ('ok', 'unchanged') then 'fetched'
        else 'failed: ' || last_fetches.outcome
    end as state
from facts.articles as articles
left join seeds.outlets as outlets on outlets.outlet_id = articles.outlet_id
left join first_entries on first_entries.article_id = articles.article_id
left join seeds.feeds as feeds on feeds.feed_id = first_entries.feed_id
left join facts.revisions as revisions on revisions.article_id = articles.article_id and revisions.is_newest
left join facts.revisions as gone on gone.article_id = articles.article_id and gone.seen_to is null and gone.change_kind = 'removed'
left join facts.stories as stories on stories.article_id = articles.article_id
left join facts.copies as copies on copies.article_id = articles.article_id
left join rejected on rejected.article_id = articles.article_id
left join last_fetches on last_fetches.article_id = articles.article_id
where articles.same_as_id is null;
comment on view articles is 'Every article that a feed has shown, with its newest text. Grain: one row an article.';
comment on column articles.article_id is 'Article.';
comment on column articles.url is 'Address of the article.';
comment on column articles.outlet is 'Outlet''s name.';
comment on column articles.title is 'Headline.';
comment on column articles.published_at is 'When it was published.';
comment on column articles.day is 'Date in the reader''s zone.';
comment on column articles.revision_id is 'Revision.';
comment on column articles.canonical_url is 'Address that the page itself names.';
comment on column articles.feed_url is 'Feed that showed it first.';
comment on column articles.authors is 'Authors, separated by "; ".';
comment on column articles.published_source is 'Where published_at comes from.';
comment on column articles.first_seen_at is 'When a poll first showed it.';
comment on column articles.language is 'ISO 639-1 code.';
comment on column articles.dateline_place is 'Place in the dateline.';
comment on column articles.dateline_date is 'Date in the dateline.';
comment on column articles.lede is 'The lede.';
comment on column articles.body is 'The text; null where the page gave none.';
comment on column articles.word_count is 'Words in the body.';
comment on column articles.revision_no is 'Number of the newest version.';
comment on column articles.modified_at is 'Time of change that the page gave.';
comment on column articles.story_id is 'Story.';
comment on column articles.copy_group_id is 'Article id of the origin of its text.';
comment on column articles.copy_role is 'origin, verbatim, trimmed, extended or rewritten.';
comment on column articles.is_suspect is 'The publication time is doubted, and the day is that of the first sight: in the future, absurd, unreadable, made up by the feed, or over a year from the address.';
comment on column articles.outlet_id is 'Outlet.';
comment on column articles.state is 'read, waiting, fetched, pruned, or rejected/failed and why.';
comment on column articles.change_kind is 'What kind of change its newest version is: first, minor, substantive, correction, headline, restored, or removed.';
comment on column articles.removed_at is 'When its page was found gone; null while it stands. Its newest text stays.';

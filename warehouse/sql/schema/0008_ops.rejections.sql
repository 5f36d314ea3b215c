-- Pages that gave no article, and why.
-- Grain: one row a rejected page.
create table ops.rejections (
    fetch_id varchar not null,
    article_id varchar not null,
    url varchar not null,
    reason varchar not null,
    detail varchar not null,
    rejected_at timestamptz not null
);
comment on table ops.rejections is 'Pages that gave no article, and why. Grain: one row a rejected page.';
comment on column ops.rejections.fetch_id is 'Fetch whose page was rejected.';
comment on column ops.rejections.article_id is 'Article that the page should have been.';
comment on column ops.rejections.url is 'Address of the page.';
comment on column ops.rejections.reason is 'empty, not_html, too_large, no_text, too_short, not_an_article, timeout or crashed.';
comment on column ops.rejections.detail is 'The same in words.';
comment on column ops.rejections.rejected_at is 'When.';

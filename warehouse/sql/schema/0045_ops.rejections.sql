-- A page may be lost from the archive.
-- Grain: one row a rejected page.
comment on column ops.rejections.reason is 'empty, not_html, too_large, no_text, too_short, not_an_article, timeout, crashed or lost (from the archive: it will be fetched again).';

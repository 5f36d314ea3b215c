-- The newest state of a part replaces the one before.
-- Grain: one row a feed and part.
merge into ops.sitemaps as known
using (select * from staged_sitemaps qualify row_number() over (partition by feed_id, url order by read_at desc) = 1) as staged
on known.feed_id = staged.feed_id and known.url = staged.url
when matched and known.read_at <= staged.read_at then update set
    modified_at = staged.modified_at, etag = staged.etag, last_modified = staged.last_modified, read_at = staged.read_at
when not matched then insert by name;

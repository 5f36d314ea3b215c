-- Where each event is told, in the 16 columns of GDELT 2.0's mentions.
-- Grain: one row an event and sentence that tells of it.
create or replace view gdelt.mentions as
with told as (
    select dyads.*, articles.domain, articles.translation, revisions.body
    from daily.gdelt_dyads as dyads
    join daily.gdelt_articles as articles on articles.revision_id = dyads.revision_id
    join facts.revisions as revisions on revisions.revision_id = dyads.revision_id
)
select
    event_id as GLOBALEVENTID,
    min(added) over (partition by event_id) as EventTimeDate,
    added as MentionTimeDate,
    1 as MentionType,
    domain as MentionSourceName,
    url as MentionIdentifier,
    sentence_no + 1 as SentenceID,
    coalesce(start1, -1) as Actor1CharOffset,
    coalesce(start2, -1) as Actor2CharOffset,
    char_start as ActionCharOffset,
    1 as InRawText,
    greatest(10, round(confidence * 10)::integer * 10) as Confidence,
    length(body)::integer as MentionDocLen,
    tone as MentionDocTone,
    translation as MentionDocTranslationInfo,
    null::varchar as Extras
from told;
comment on view gdelt.mentions is 'Where each event is told, in the 16 columns of GDELT 2.0''s mentions. Grain: one row an event and sentence that tells of it.';
comment on column gdelt.mentions.GLOBALEVENTID is 'The event, as in gdelt.events.';
comment on column gdelt.mentions.EventTimeDate is 'When the event was first seen: its DATEADDED.';
comment on column gdelt.mentions.MentionTimeDate is 'End of the quarter of an hour, UTC, in which this article was seen, as YYYYMMDDHHMMSS.';
comment on column gdelt.mentions.MentionType is '1: a page on the web.';
comment on column gdelt.mentions.MentionSourceName is 'Domain of the outlet.';
comment on column gdelt.mentions.MentionIdentifier is 'Address of the article.';
comment on column gdelt.mentions.SentenceID is 'Number of the sentence, from 1.';
comment on column gdelt.mentions.Actor1CharOffset is 'Start of the first actor in the text, 0-based code points; -1 where there is none.';
comment on column gdelt.mentions.Actor2CharOffset is 'Start of the second actor; -1 where there is none.';
comment on column gdelt.mentions.ActionCharOffset is 'Start of the word that tells of the event.';
comment on column gdelt.mentions.InRawText is '1: found in the text as printed.';
comment on column gdelt.mentions.Confidence is 'Percent, in tens.';
comment on column gdelt.mentions.MentionDocLen is 'Characters of the text.';
comment on column gdelt.mentions.MentionDocTone is 'Tone of the article, as AvgTone.';
comment on column gdelt.mentions.MentionDocTranslationInfo is 'Language of the text (srclc) where that is not English; nothing was translated.';
comment on column gdelt.mentions.Extras is 'Always null, as with GDELT.';

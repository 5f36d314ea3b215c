"""Which class holds the rows of which table."""

from __future__ import annotations

from transforms.records.collect import Entry, FeedState, Fetch, Poll
from transforms.rows.aliases import AliasSightingRow
from transforms.rows.analyse import (
    ActorRow,
    ArticleTopicRow,
    CitationRow,
    DateRow,
    EventActorRow,
    EventRow,
    MentionRow,
    PlaceRow,
    QuantityRow,
    QuoteRow,
    RoleRow,
    SentenceRow,
    TopicEvidenceRow,
    TopicLabelRow,
)
from transforms.rows.builds import Analysis, Method, Rereading
from transforms.rows.collect import HostHoldRow, RobotsRow, SitemapRow, WarcFileRow
from transforms.rows.extract import (
    ArticleRow,
    ClaimRow,
    DroppedRow,
    Extraction,
    ParagraphRow,
    RejectionRow,
    RevisionChangeRow,
    RevisionRow,
    SectionRow,
)
from transforms.rows.link import CopyRow, CopyTieRow, StoryChangeRow, StoryRow, StoryTieRow
from transforms.rows.seeds import (
    ActorAliasRow,
    ActorSplitRow,
    FeedRow,
    GdeltCodeRow,
    KnownActorRow,
    OutletRow,
    TopicRow,
    TopicTermRow,
)
from transforms.rows.tone import ToneRow
from transforms.rows.watch import WatchlistRow

TABLES: dict[str, type] = {
    "facts.actors": ActorRow,
    "facts.alias_sightings": AliasSightingRow,
    "facts.article_topics": ArticleTopicRow,
    "facts.articles": ArticleRow,
    "facts.claims": ClaimRow,
    "facts.citations": CitationRow,
    "facts.copies": CopyRow,
    "facts.copy_ties": CopyTieRow,
    "facts.dates": DateRow,
    "facts.dropped": DroppedRow,
    "facts.entries": Entry,
    "facts.event_actors": EventActorRow,
    "facts.events": EventRow,
    "facts.tones": ToneRow,
    "facts.mentions": MentionRow,
    "facts.paragraphs": ParagraphRow,
    "facts.places": PlaceRow,
    "facts.quantities": QuantityRow,
    "facts.quotes": QuoteRow,
    "facts.revision_changes": RevisionChangeRow,
    "facts.revisions": RevisionRow,
    "facts.roles": RoleRow,
    "facts.sections": SectionRow,
    "facts.sentences": SentenceRow,
    "facts.stories": StoryRow,
    "facts.story_changes": StoryChangeRow,
    "facts.story_ties": StoryTieRow,
    "facts.topic_evidence": TopicEvidenceRow,
    "facts.topic_labels": TopicLabelRow,
    "ops.analyses": Analysis,
    "ops.extractions": Extraction,
    "ops.feed_state": FeedState,
    "ops.fetches": Fetch,
    "ops.host_holds": HostHoldRow,
    "ops.methods": Method,
    "ops.polls": Poll,
    "ops.rejections": RejectionRow,
    "ops.rereadings": Rereading,
    "ops.robots": RobotsRow,
    "ops.sitemaps": SitemapRow,
    "ops.warc_files": WarcFileRow,
    "seeds.actor_aliases": ActorAliasRow,
    "seeds.actor_splits": ActorSplitRow,
    "seeds.actors": KnownActorRow,
    "seeds.feeds": FeedRow,
    "seeds.gdelt_codes": GdeltCodeRow,
    "seeds.outlets": OutletRow,
    "seeds.topic_terms": TopicTermRow,
    "seeds.topics": TopicRow,
    "seeds.watchlists": WatchlistRow,
}

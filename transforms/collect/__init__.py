"""Feeds, entries, polling and politeness: what to fetch, and when."""

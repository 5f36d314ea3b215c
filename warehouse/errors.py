"""What can go wrong with the warehouse, each saying what, where and what to do."""

from __future__ import annotations


class WarehouseError(Exception):
    """Base of the warehouse's errors; its text is one line for the user."""


class WarehouseBusy(WarehouseError):
    """Another process has the warehouse open for writing."""


class WarehouseBroken(WarehouseError):
    """The file cannot be opened, or is not a warehouse of this version."""


class CheckFailed(WarehouseError):
    """A check found rows that break it."""


class QueryRefused(WarehouseError):
    """A user's SQL that does not run, or may not."""

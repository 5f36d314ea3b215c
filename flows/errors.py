"""What can go wrong in a run or a command, with the exit code that says so."""

from __future__ import annotations


class DatelineError(Exception):
    """Base of the errors that end a command; the text is one line: what, where, what to do."""

    exit_code = 1


class SettingsError(DatelineError):
    """A setting or an argument that cannot be used."""

    exit_code = 2


class ProjectError(DatelineError):
    """A project folder that is missing or cannot be used."""

    exit_code = 2


class FeedListError(DatelineError):
    """A list of feeds that cannot be read."""

    exit_code = 2


class NothingThere(DatelineError):
    """There is nothing for what was asked."""

    exit_code = 4


class Busy(DatelineError):
    """Another run has the project."""

    exit_code = 5

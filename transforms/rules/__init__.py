"""The rule language of `find`, watchlists and alerts: what a rule means, and where a text satisfies it. Pure."""

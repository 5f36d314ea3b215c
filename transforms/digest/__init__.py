"""A day's content becomes Markdown and HTML."""

"""A page's bytes become an Article, or a Rejected with its reason."""

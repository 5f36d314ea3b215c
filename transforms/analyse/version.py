"""The version of the rules that read articles. Apart from them, so that it can be known without loading a model."""

# Raise the number when a rule changes what a text gives: what older rules gave can then be told apart, and made again.
RULES_VERSION = "rules-40"

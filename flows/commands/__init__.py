"""The commands, a module each. Loaded only when they are called, so that `dateline --help` is quick."""

"""What people write: feeds, outlets, actors, topics, and the sample newsroom. Data only."""

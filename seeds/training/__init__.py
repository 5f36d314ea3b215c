"""What the models of `seeds/models` are made with (`make train`). Reading needs nothing of it."""

"""What it means: pure functions from values to values. No I/O, no clock, no Prefect, no database."""

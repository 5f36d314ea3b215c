"""When it happens: Prefect, HTTP, settings, commands. Thin around the stages; decides nothing."""

"""Where it rests: DuckDB, SQL, the page archive. Imports records only; nothing here knows the web or Prefect."""

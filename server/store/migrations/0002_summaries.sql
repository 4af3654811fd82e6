-- What a model wrote for the agent about an episode. The facts of the summary are cut from the log and not stored.
CREATE TABLE summaries (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
  handoff_id      TEXT NOT NULL, -- the episode it is about; empty before the first
  text            TEXT NOT NULL,
  made_by         TEXT NOT NULL,
  made_at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

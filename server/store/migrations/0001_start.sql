-- Times are UTC milliseconds since 1970. A body is JSON; the columns beside it are what queries need.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The newest number given to a change of a conversation, by site.
CREATE TABLE changes (
  site   TEXT PRIMARY KEY,
  newest INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  site    TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agents (
  id            TEXT PRIMARY KEY,
  site          TEXT NOT NULL,
  email         TEXT NOT NULL COLLATE NOCASE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('agent', 'admin')),
  password_hash TEXT,
  capacity      INTEGER NOT NULL DEFAULT 5 CHECK (capacity >= 0),
  disabled      INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  presence      TEXT NOT NULL DEFAULT 'online' CHECK (presence IN ('online', 'away', 'offline')),
  created_at    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX agents_email ON agents (site, email);

-- Only hashes of tokens are kept: a copy of this file signs nobody in.
CREATE TABLE sessions (
  token_hash   BLOB PRIMARY KEY,
  agent_id     TEXT NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
  created_at   INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_agent ON sessions (agent_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE sign_in_links (
  token_hash BLOB PRIMARY KEY,
  agent_id   TEXT NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE api_tokens (
  id         TEXT PRIMARY KEY,
  site       TEXT NOT NULL,
  name       TEXT NOT NULL,
  scope      TEXT NOT NULL CHECK (scope IN ('bot', 'admin')),
  token_hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX api_tokens_site ON api_tokens (site, created_at);

CREATE TABLE conversations (
  id         TEXT PRIMARY KEY,
  site       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('ai', 'waiting', 'human', 'callback', 'closed')),
  epoch      INTEGER NOT NULL,
  last_seq   INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  token_hash BLOB NOT NULL,
  urgent_at  INTEGER NOT NULL,
  change     INTEGER NOT NULL,
  preview    TEXT,
  body       TEXT NOT NULL
) STRICT;
-- Every write of a conversation takes the site's next number, so that an inbox stream can be resumed.
CREATE UNIQUE INDEX conversations_change ON conversations (site, change);
CREATE UNIQUE INDEX conversations_token ON conversations (token_hash);
CREATE INDEX conversations_inbox ON conversations (site, state, urgent_at, id);
CREATE INDEX conversations_recent ON conversations (site, updated_at, id);

CREATE TABLE events (
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  seq             INTEGER NOT NULL CHECK (seq >= 1),
  type            TEXT NOT NULL,
  at              INTEGER NOT NULL,
  author          TEXT NOT NULL CHECK (author IN ('visitor', 'ai', 'agent', 'system')),
  client_key      TEXT,
  body            TEXT NOT NULL,
  PRIMARY KEY (conversation_id, seq)
) STRICT, WITHOUT ROWID;
-- A message that is sent twice is stored once.
CREATE UNIQUE INDEX events_client_key ON events (conversation_id, client_key)
  WHERE client_key IS NOT NULL;

CREATE TABLE handoffs (
  id              TEXT PRIMARY KEY,
  site            TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  reason          TEXT NOT NULL,
  rule            TEXT NOT NULL,
  requested_at    INTEGER NOT NULL,
  taken_at        INTEGER,
  ended_at        INTEGER,
  outcome         TEXT,
  agent_id        TEXT
) STRICT;
CREATE INDEX handoffs_report ON handoffs (site, requested_at);
CREATE INDEX handoffs_conversation ON handoffs (conversation_id);

CREATE TABLE callbacks (
  handoff_id      TEXT PRIMARY KEY REFERENCES handoffs (id) ON DELETE CASCADE,
  site            TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  promised_at     INTEGER NOT NULL,
  first_due_at    INTEGER NOT NULL, -- what was promised first: this decides between kept and broken
  due_at          INTEGER NOT NULL,
  state           TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'broken'))
) STRICT, WITHOUT ROWID;
CREATE INDEX callbacks_due ON callbacks (site, state, due_at);
CREATE INDEX callbacks_conversation ON callbacks (conversation_id);

-- Effects that were decided together with the events and are still to be performed.
CREATE TABLE outbox (
  id              INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again: lanes know rows by it
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  kind            TEXT NOT NULL,
  body            TEXT NOT NULL,
  due_at          INTEGER NOT NULL,
  attempts        INTEGER NOT NULL DEFAULT 0,
  state           TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'dead')),
  created_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state = 'pending';
CREATE INDEX outbox_conversation ON outbox (conversation_id, id);

-- Answers of the AI that came after a human had taken over; the agent may use them.
CREATE TABLE drafts (
  id              INTEGER PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  epoch           INTEGER NOT NULL,
  at              INTEGER NOT NULL,
  body            TEXT NOT NULL
) STRICT;
CREATE INDEX drafts_conversation ON drafts (conversation_id, id);

-- What other programs and people are told, decided together with the events. `id` goes out with every attempt and is
-- never given twice, not even after a backup was restored.
CREATE TABLE deliveries (
  number          INTEGER PRIMARY KEY AUTOINCREMENT,
  id              TEXT NOT NULL UNIQUE DEFAULT ('d_' || lower(hex(randomblob(16)))),
  site            TEXT NOT NULL,
  conversation_id TEXT REFERENCES conversations (id) ON DELETE CASCADE, -- null: about none alone
  agent_id        TEXT REFERENCES agents (id) ON DELETE CASCADE, -- whom it reaches; null: the team, a program
  channel         TEXT NOT NULL CHECK (channel IN ('push', 'webhook', 'email', 'whatsapp')),
  target          TEXT NOT NULL, -- address, phone, id of a push subscription, key of a webhook
  type            TEXT NOT NULL, -- of the event; handoff.alert: a step of the ladder
  handoff_id      TEXT NOT NULL, -- taken back when this episode ends; empty: never taken back
  seq             INTEGER NOT NULL,
  due_at          INTEGER NOT NULL,
  attempts        INTEGER NOT NULL DEFAULT 0,
  state           TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'dead')),
  said            TEXT NOT NULL DEFAULT '', -- by the other side, last
  remote_id       TEXT,
  created_at      INTEGER NOT NULL,
  ended_at        INTEGER
) STRICT;
CREATE INDEX deliveries_due ON deliveries (due_at, number) WHERE state = 'pending';
CREATE INDEX deliveries_ended ON deliveries (state, ended_at) WHERE state <> 'pending';
CREATE INDEX deliveries_conversation ON deliveries (conversation_id, number);
CREATE INDEX deliveries_target ON deliveries (channel, target, state);
CREATE INDEX deliveries_remote ON deliveries (remote_id) WHERE remote_id IS NOT NULL;

CREATE TABLE push_subscriptions (
  id         TEXT PRIMARY KEY,
  agent_id   TEXT NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
  endpoint   TEXT NOT NULL UNIQUE,
  p256dh     TEXT NOT NULL,
  auth       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX push_subscriptions_agent ON push_subscriptions (agent_id, created_at);

-- Who wrote to our WhatsApp number, and when: for 24 hours plain text is taken.
CREATE TABLE whatsapp_windows (
  recipient TEXT PRIMARY KEY,
  opened_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How an agent wants to be told beside the dashboard. Minutes of the site's day; null: no quiet hours.
CREATE TABLE notification_preferences (
  agent_id    TEXT PRIMARY KEY REFERENCES agents (id) ON DELETE CASCADE,
  email       INTEGER NOT NULL,
  whatsapp    INTEGER NOT NULL,
  phone       TEXT NOT NULL,
  quiet_start INTEGER,
  quiet_end   INTEGER
) STRICT, WITHOUT ROWID;

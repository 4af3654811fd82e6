-- Answers of people that reach visitors who have left. One row a conversation in which that came up.
CREATE TABLE visitor_mail (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
  address         TEXT NOT NULL DEFAULT '', -- what the next three are about
  confirmed_at    INTEGER,
  stopped_at      INTEGER, -- the visitor wants no mails about this conversation
  asked_at        INTEGER, -- when it was last asked whether the address is the visitor's
  first_seq       INTEGER, -- the oldest answer that the visitor has not had
  due_at          INTEGER, -- when it is decided about next; null: nothing waits, or it waits for the visitor
  capped          INTEGER NOT NULL DEFAULT 0 CHECK (capped IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX visitor_mail_due ON visitor_mail (due_at) WHERE due_at IS NOT NULL;

-- What was decided to be mailed: counted by the caps, and what a repeat says again.
CREATE TABLE visitor_mails (
  delivery_id     TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  site            TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('question', 'answer')),
  address         TEXT NOT NULL,
  domain          TEXT NOT NULL,
  first_seq       INTEGER NOT NULL,
  last_seq        INTEGER NOT NULL,
  is_first        INTEGER NOT NULL CHECK (is_first IN (0, 1)), -- of this kind in this conversation
  planned_at      INTEGER NOT NULL,
  sent_at         INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX visitor_mails_caps ON visitor_mails (site, planned_at);
CREATE INDEX visitor_mails_conversation ON visitor_mails (conversation_id, planned_at);

-- The links in these mails. Only hashes of tokens are kept: a copy of this file confirms nothing.
CREATE TABLE visitor_mail_links (
  token_hash      BLOB PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  kind            TEXT NOT NULL CHECK (kind IN ('question', 'answer')), -- of the mail it stands in
  address         TEXT NOT NULL,
  expires_at      INTEGER NOT NULL,
  used_at         INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX visitor_mail_links_conversation ON visitor_mail_links (conversation_id);
CREATE INDEX visitor_mail_links_expiry ON visitor_mail_links (expires_at);

-- What is known of a mailbox beyond one conversation: how often it was asked in vain, and whether it wants no mail from
-- this site, for good. `mailbox` is a hash.
CREATE TABLE visitor_mailboxes (
  site       TEXT NOT NULL,
  mailbox    BLOB NOT NULL,
  asked      INTEGER NOT NULL DEFAULT 0,
  asked_at   INTEGER,
  refused_at INTEGER,
  PRIMARY KEY (site, mailbox)
) STRICT, WITHOUT ROWID;

-- What happened. Nothing is ever changed or removed here, so positions have no gaps.
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  json TEXT NOT NULL,
  UNIQUE (conversation_id, version)
) STRICT;
CREATE INDEX events_of_erasure ON events (conversation_id) WHERE type = 'text-erased';

-- Ids of messages that were received, so that receiving one twice is harmless.
CREATE TABLE received (
  received_as TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every text, name and number. A row of personal_texts is added at the end and overwritten where it stands, never
-- moved or resized: see personal-values.ts. `of_id` is the id of what was said.
CREATE TABLE personal_texts (number INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE personal_places (
  conversation_id TEXT NOT NULL,
  of_id TEXT NOT NULL,
  field TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, of_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX personal_places_by_number ON personal_places (number);
CREATE TABLE erased (conversation_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Work still to do. Instants are kept as given and, to be compared, in milliseconds since 1970.
CREATE TABLE due_times (
  conversation_id TEXT NOT NULL,
  what TEXT NOT NULL,
  at TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_times_by_time ON due_times (at_ms);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES events (position),
  conversation_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'retry', 'sending', 'in-doubt', 'sent', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before_ms INTEGER NOT NULL DEFAULT 0,
  lease_until_ms INTEGER NOT NULL DEFAULT 0,
  -- Why it may not be tried again, should the attempt under way fail.
  stopped TEXT,
  reason TEXT,
  provider_ref TEXT
) STRICT;
CREATE INDEX outbox_unsent_by_channel ON outbox (channel, position) WHERE state NOT IN ('sent', 'dead');
CREATE INDEX outbox_unsent_by_conversation ON outbox (conversation_id, position) WHERE state NOT IN ('sent', 'dead');
CREATE INDEX outbox_dead ON outbox (state) WHERE state = 'dead';

-- Views may be dropped at any time: they are made again from the events.
CREATE TABLE view_documents (
  view TEXT NOT NULL,
  key TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (view, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE view_cursors (view TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What people set, and who set it.
CREATE TABLE registers (
  register TEXT NOT NULL,
  key TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (register, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  register TEXT NOT NULL,
  key TEXT NOT NULL,
  json TEXT,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_register ON audit (register, number);

-- Runs of analyses that somebody does not wait for.
CREATE TABLE process_job (
  id         uuid PRIMARY KEY,
  process    text NOT NULL,
  -- who asked; null for the public
  account    text,
  -- as they were sent
  inputs     jsonb NOT NULL,
  status     text NOT NULL CHECK (status IN ('accepted', 'running', 'successful', 'failed', 'dismissed')),
  -- percent
  progress   int NOT NULL DEFAULT 0,
  message_zh text NOT NULL DEFAULT '',
  message_en text NOT NULL DEFAULT '',
  results    jsonb,
  created    timestamptz NOT NULL,
  started    timestamptz,
  finished   timestamptz
);
CREATE INDEX process_job_account ON process_job (account, created DESC);

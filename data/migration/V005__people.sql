-- People: agencies over time, partner organisations, accounts, sessions, mail, jobs, and the trail of what was done.

ALTER TABLE agency
  ADD COLUMN parent text REFERENCES agency,
  -- the first day on which a source shows it, where the day of founding was not found
  ADD COLUMN seen_from date,
  ADD COLUMN notes text NOT NULL DEFAULT '';

CREATE TABLE agency_former_name (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency     text NOT NULL REFERENCES agency ON UPDATE CASCADE ON DELETE CASCADE,
  name_zh    text NOT NULL,
  name_en    text NOT NULL,
  used_from  date,
  -- last day; null if it was not found
  used_until date,
  CHECK (used_from <= used_until)
);
CREATE INDEX agency_former_name_agency ON agency_former_name (agency);

CREATE TABLE partner (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name            text NOT NULL,
  applicant_class text NOT NULL,
  demo            boolean NOT NULL DEFAULT false,
  created         timestamptz NOT NULL DEFAULT now()
);

-- Refer to an account with ON UPDATE CASCADE. Its name says nothing about the person where it was made by the program.
CREATE TABLE account (
  name           text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  -- in lower case
  email          text UNIQUE CHECK (email = lower(email)),
  display_name   text NOT NULL DEFAULT '',
  agency         text REFERENCES agency ON UPDATE CASCADE,
  partner        bigint REFERENCES partner,
  roles          text[] NOT NULL DEFAULT '{}',
  state          text NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'DISABLED', 'ERASED')),
  -- grows with everything that ends the account's sessions
  stamp          bigint NOT NULL DEFAULT 1,
  -- encoded, with the name of the encoder; null if there is none
  password       text,
  must_change    boolean NOT NULL DEFAULT false,
  totp_secret    text,
  -- the last time step that a code was taken for: none is taken twice
  totp_step      bigint NOT NULL DEFAULT 0,
  -- SHA-256 of codes not used yet
  recovery_codes text[] NOT NULL DEFAULT '{}',
  -- issuer and subject at an OpenID provider
  subject        text UNIQUE,
  language       text NOT NULL DEFAULT 'zh-TW',
  -- of the demonstration: never let in elsewhere
  demo           boolean NOT NULL DEFAULT false,
  created        timestamptz NOT NULL DEFAULT now(),
  last_sign_in   timestamptz,
  CHECK (num_nonnulls(agency, partner) <= 1)
);

-- Lets its bearer set a password, once.
CREATE TABLE password_token (
  -- SHA-256 of what was sent
  hash    bytea PRIMARY KEY,
  account text NOT NULL REFERENCES account ON UPDATE CASCADE ON DELETE CASCADE,
  expires timestamptz NOT NULL
);

CREATE TABLE sign_up (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- SHA-256 of what was sent; null once it has come back
  token_hash      bytea UNIQUE,
  email           text NOT NULL CHECK (email = lower(email)),
  display_name    text NOT NULL,
  organisation    text NOT NULL,
  applicant_class text NOT NULL,
  purpose         text NOT NULL,
  password        text NOT NULL,
  language        text NOT NULL,
  created         timestamptz NOT NULL,
  expires         timestamptz NOT NULL
);
CREATE INDEX sign_up_email ON sign_up (email);

CREATE TABLE sign_in_failure (
  -- SHA-256 of the name that was typed, or the address it came from
  subject  text PRIMARY KEY,
  failures integer NOT NULL,
  -- counted from the first one on; forgotten then
  expires  timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_expires ON sign_in_failure (expires);

CREATE TABLE mail (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created   timestamptz NOT NULL DEFAULT now(),
  recipient text NOT NULL,
  subject   text NOT NULL,
  -- emptied when it has been sent
  body      text NOT NULL,
  -- KEPT: there was no server to send it with
  state     text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'KEPT', 'FAILED')),
  attempts  integer NOT NULL DEFAULT 0,
  sent      timestamptz,
  error     text
);

-- Of Spring Session, in its own shape.
CREATE TABLE web_session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL UNIQUE,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval integer NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        varchar(100)
);
CREATE INDEX web_session_expiry ON web_session (expiry_time);
CREATE INDEX web_session_principal ON web_session (principal_name);

CREATE TABLE web_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES web_session ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

-- Of db-scheduler, in its own shape: jobs that run once across nodes.
CREATE TABLE scheduled_task (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  state                text,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_execution ON scheduled_task (execution_time);
CREATE INDEX scheduled_task_heartbeat ON scheduled_task (last_heartbeat);

-- The audit trail: rows are only ever added, and each carries a hash of itself and of the one before.
CREATE TABLE audit (
  id       bigint PRIMARY KEY,
  at       timestamptz NOT NULL,
  actor    text NOT NULL,
  action   text NOT NULL,
  subject  text NOT NULL,
  -- a JSON object, kept letter by letter
  details  text NOT NULL,
  hash     bytea NOT NULL
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_subject ON audit (subject);

CREATE TABLE audit_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id       bigint NOT NULL,
  hash     bytea NOT NULL
);
INSERT INTO audit_head (id, hash) VALUES (0, '');

-- What a transaction has to say waits here until its end: only then is the chain's head locked, for the moment it takes
-- to add to it, so that the trail neither holds others up nor joins in deadlocks.
CREATE TABLE audit_waiting (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  actor   text NOT NULL,
  action  text NOT NULL,
  subject text NOT NULL,
  details text NOT NULL
);

-- Each part with its length in bytes before it, so that no two rows have the same text.
CREATE FUNCTION audit_part(part text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT convert_to(octet_length(convert_to(part, 'UTF8')) || ':' || part, 'UTF8')
$$;

CREATE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head tuguan.audit_head;
  next_hash bytea;
BEGIN
  SELECT * INTO head FROM tuguan.audit_head FOR UPDATE;
  next_hash := sha256(head.hash
    || tuguan.audit_part((head.id + 1)::text)
    || tuguan.audit_part(((extract(epoch FROM NEW.at) * 1000000)::bigint)::text)
    || tuguan.audit_part(NEW.actor) || tuguan.audit_part(NEW.action)
    || tuguan.audit_part(NEW.subject) || tuguan.audit_part(NEW.details));
  INSERT INTO tuguan.audit (id, at, actor, action, subject, details, hash)
  VALUES (head.id + 1, NEW.at, NEW.actor, NEW.action, NEW.subject, NEW.details, next_hash);
  UPDATE tuguan.audit_head SET id = head.id + 1, hash = next_hash;
  DELETE FROM tuguan.audit_waiting WHERE id = NEW.id;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER append AFTER INSERT ON audit_waiting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit_append();

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

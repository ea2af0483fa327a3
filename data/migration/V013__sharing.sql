-- Sharing: agreements, requests for layers, and the circulation rate.

-- Its states and moves stand in org.tuguan.core.sharing.AgreementState.
CREATE TABLE agreement (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  state        text NOT NULL CHECK (state IN ('DRAFT', 'SIGNED', 'IN_FORCE', 'EXPIRING', 'ENDED')),
  -- the two sides: an agency of the city, and another one or a partner
  agency       text NOT NULL REFERENCES agency ON UPDATE CASCADE,
  with_agency  text REFERENCES agency ON UPDATE CASCADE,
  with_partner bigint REFERENCES partner,
  purpose      text NOT NULL CHECK (purpose <> ''),
  -- article that it rests on
  legal_ground text NOT NULL CHECK (legal_ground <> ''),
  -- document of approval; must be there before anybody signs
  approval     text NOT NULL DEFAULT '',
  -- null for everywhere
  area         geometry(MultiPolygon, 4326) CHECK (NOT ST_IsEmpty(area)),
  area_name    text NOT NULL DEFAULT '',
  -- first and last day agreed on, in Asia/Taipei
  valid_from   date NOT NULL,
  valid_until  date NOT NULL,
  -- most requests of each key; null for the usual
  per_minute   integer CHECK (per_minute > 0),
  per_month    bigint CHECK (per_month > 0),
  -- made up by the demonstration
  demo         boolean NOT NULL DEFAULT false,
  created      timestamptz NOT NULL,
  created_by   text NOT NULL,
  changed      timestamptz NOT NULL,
  -- first and last day in force; null before it was signed, and the last while it has not ended
  first_day    date,
  last_day     date,
  CHECK (num_nonnulls(with_agency, with_partner) = 1),
  CHECK (with_agency <> agency),
  CHECK (valid_from <= valid_until),
  CHECK (state IN ('DRAFT', 'ENDED') OR (first_day IS NOT NULL AND approval <> ''))
);
CREATE INDEX agreement_state ON agreement (state, valid_until);

-- What each side gives. RECEIVED is what the agency gets of the other side.
CREATE TABLE agreement_layer (
  agreement   bigint NOT NULL REFERENCES agreement ON DELETE CASCADE,
  position    integer NOT NULL,
  direction   text NOT NULL CHECK (direction IN ('GIVEN', 'RECEIVED')),
  -- name of a layer here; null for data that are kept elsewhere. No reference: the agreement outlives it
  layer       text,
  title       text NOT NULL,
  rights      text[] NOT NULL CHECK (rights <@ ARRAY['VIEW', 'QUERY', 'DOWNLOAD'] AND rights @> ARRAY['VIEW']),
  -- NT$ that is charged for it in spite of the agreement
  charged_twd numeric(12, 0) NOT NULL DEFAULT 0 CHECK (charged_twd >= 0),
  -- NT$: the full price when it was signed, or what the sides say it is worth; null if there is none
  value_twd   numeric(12, 0) CHECK (value_twd >= 0),
  -- by which standard, or who says so
  value_note  text NOT NULL DEFAULT '',
  PRIMARY KEY (agreement, position),
  UNIQUE (agreement, direction, layer),
  CHECK (direction = 'RECEIVED' OR layer IS NOT NULL)
);
CREATE INDEX agreement_layer_layer ON agreement_layer (layer);

-- The timeline. Rows are only ever added.
CREATE TABLE agreement_event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agreement  bigint NOT NULL REFERENCES agreement ON DELETE CASCADE,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  -- a state, or what was done
  kind       text NOT NULL,
  reason     text NOT NULL DEFAULT ''
);
CREATE INDEX agreement_event_agreement ON agreement_event (agreement, id);

CREATE TABLE agreement_document (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agreement   bigint NOT NULL REFERENCES agreement ON DELETE CASCADE,
  name        text NOT NULL,
  media_type  text NOT NULL,
  sha256      text NOT NULL,
  content     bytea NOT NULL,
  uploaded    timestamptz NOT NULL,
  uploaded_by text NOT NULL,
  UNIQUE (agreement, sha256)
);

-- Keys that come with an agreement go with it.
ALTER TABLE access_key ADD COLUMN agreement bigint REFERENCES agreement;
CREATE INDEX access_key_agreement ON access_key (agreement);

-- Who may use what under which agreement, and from when to when; until NULL while it has not ended.
CREATE VIEW agreement_access AS
SELECT g.id AS agreement, g.number, l.layer, l.direction,
       CASE l.direction WHEN 'GIVEN' THEN g.with_agency ELSE g.agency END AS agency,
       CASE l.direction WHEN 'GIVEN' THEN g.with_partner END AS partner,
       g.first_day, least(g.valid_until, g.last_day) AS last_day
FROM agreement g JOIN agreement_layer l ON l.agreement = g.id
WHERE g.first_day IS NOT NULL AND l.layer IS NOT NULL;

-- An agency or a partner asks for a layer that is not shared with it yet.
CREATE TABLE layer_request (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  layer        text NOT NULL,
  title        text NOT NULL,
  -- that answers for the layer
  owner        text NOT NULL REFERENCES agency ON UPDATE CASCADE,
  from_agency  text REFERENCES agency ON UPDATE CASCADE,
  from_partner bigint REFERENCES partner,
  purpose      text NOT NULL CHECK (purpose <> ''),
  state        text NOT NULL CHECK (state IN ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  -- last day for the answer, in Asia/Taipei
  due          date NOT NULL,
  reason       text NOT NULL DEFAULT '',
  agreement    bigint REFERENCES agreement,
  -- day on which the owner was reminded
  reminded     date,
  demo         boolean NOT NULL DEFAULT false,
  created      timestamptz NOT NULL,
  created_by   text NOT NULL,
  answered     timestamptz,
  answered_by  text,
  CHECK (num_nonnulls(from_agency, from_partner) = 1),
  CHECK ((state = 'OPEN') = (answered IS NULL))
);
CREATE UNIQUE INDEX layer_request_open ON layer_request (layer, coalesce(from_agency, ''), coalesce(from_partner, 0))
  WHERE state = 'OPEN';

-- What counts as adopting; a version is never changed.
CREATE TABLE adoption_rule (
  version        integer PRIMARY KEY CHECK (version > 0),
  -- first day whose figure is told by it unless another version is asked for
  effective_from date NOT NULL UNIQUE,
  -- that are looked back
  months         integer NOT NULL CHECK (months BETWEEN 1 AND 60),
  -- delivered at least; 0 if applications do not count
  applications   integer NOT NULL CHECK (applications >= 0),
  -- under one agreement in force at least; 0 if agreements do not count
  uses           bigint NOT NULL CHECK (uses >= 0),
  note           text NOT NULL DEFAULT '',
  made           timestamptz NOT NULL,
  made_by        text NOT NULL,
  CHECK (applications > 0 OR uses > 0)
);
INSERT INTO adoption_rule (version, effective_from, months, applications, uses, note, made, made_by)
VALUES (1, '2010-12-25', 12, 1, 1, '', '2010-12-25T00:00:00+08', 'system');

-- Fractions of 1; a year without one has that of the last year before.
CREATE TABLE circulation_target (
  year   integer PRIMARY KEY,
  target numeric(5, 4) NOT NULL CHECK (target BETWEEN 0 AND 1),
  source text NOT NULL
);
INSERT INTO circulation_target (year, target, source) VALUES (2011, 0.5, '臺中市政府研究發展考核委員會 100 年度施政計畫');

-- Figures of days that are over, as they were told first, with their evidence.
CREATE TABLE circulation_figure (
  day       date NOT NULL,
  rule      integer NOT NULL REFERENCES adoption_rule,
  adopters  integer NOT NULL,
  agencies  integer NOT NULL,
  -- JSON, kept letter by letter
  evidence  text NOT NULL,
  sha256    text NOT NULL,
  published timestamptz NOT NULL,
  PRIMARY KEY (day, rule),
  CHECK (adopters BETWEEN 0 AND agencies)
);

CREATE FUNCTION published_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON circulation_figure
  FOR EACH STATEMENT EXECUTE FUNCTION published_stays();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON adoption_rule
  FOR EACH STATEMENT EXECUTE FUNCTION published_stays();

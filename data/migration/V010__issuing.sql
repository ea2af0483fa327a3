-- Issuing: fee standards that were published here, what was quoted, and what became of it.

-- One version of a fee standard; those that come with the program are not here. A row is never changed once it is in force or
-- was used.
CREATE TABLE fee_standard (
  id             text NOT NULL,
  effective_from date NOT NULL,
  document       text NOT NULL,
  published      timestamptz NOT NULL,
  published_by   text NOT NULL,
  PRIMARY KEY (id, effective_from)
);

-- Grows with every change; whoever prices looks whether what it knows is still true.
CREATE TABLE fee_standard_version (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version  bigint NOT NULL
);
INSERT INTO fee_standard_version (version) VALUES (1);

CREATE FUNCTION fee_standard_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tuguan.fee_standard_version SET version = version + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON fee_standard
  FOR EACH STATEMENT EXECUTE FUNCTION fee_standard_changed();

-- Numbers without gaps: taken in the transaction that uses them, so that one that fails gives its number back.
CREATE TABLE serial_number (
  series text NOT NULL,
  -- ROC year
  year   integer NOT NULL,
  last   bigint NOT NULL,
  PRIMARY KEY (series, year)
);

-- Never changed after it was given, save that a later one took its place.
CREATE TABLE quote (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- with a part that cannot be guessed
  number          text NOT NULL UNIQUE,
  created         timestamptz NOT NULL,
  -- last day, in Asia/Taipei
  valid_until     date NOT NULL,
  -- null for the anonymous
  account         text REFERENCES account ON UPDATE CASCADE,
  partner         bigint REFERENCES partner,
  -- true if the class of the applicant was only said, not known
  trial           boolean NOT NULL,
  applicant_class text NOT NULL,
  purpose         text NOT NULL,
  -- what was asked, what was priced and what was answered: JSON, kept letter by letter
  asked           text NOT NULL,
  request         text NOT NULL,
  answer          text NOT NULL,
  -- null if no version of the standard was in force
  standard        text,
  standard_version text,
  status          text NOT NULL CHECK (status IN ('CHARGED', 'EXEMPT', 'NOT_APPLICABLE', 'MANUAL_QUOTE')),
  -- whole NT$
  total_twd       numeric(12, 0) CHECK (total_twd >= 0),
  formats         text[] NOT NULL DEFAULT '{}',
  crs             text NOT NULL DEFAULT '',
  -- the one that an officer's finding led to
  replaced_by     bigint REFERENCES quote,
  CHECK ((total_twd IS NOT NULL) = (status IN ('CHARGED', 'EXEMPT')))
);
CREATE INDEX quote_account ON quote (account, id);

-- What of which layer was priced, as it was then. No reference to the layer: the quote outlives it.
CREATE TABLE quote_layer (
  quote    bigint NOT NULL REFERENCES quote ON DELETE CASCADE,
  position integer NOT NULL,
  layer    text NOT NULL,
  agency   text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  -- null for the whole layer
  area     geometry(MultiPolygon, 4326),
  sheets   text[] NOT NULL DEFAULT '{}',
  features bigint NOT NULL,
  km2      numeric NOT NULL,
  bytes    bigint NOT NULL,
  -- tells whether rows have changed since, in whatever order they come
  hash     text NOT NULL,
  -- when the layer had last changed
  updated  timestamptz NOT NULL,
  PRIMARY KEY (quote, position)
);

-- What a layer is charged as, where its kind of data does not say.
CREATE TABLE layer_product (
  layer    text NOT NULL REFERENCES layer ON UPDATE CASCADE ON DELETE CASCADE,
  standard text NOT NULL,
  product  text NOT NULL,
  PRIMARY KEY (layer, standard)
);

-- An order for data. Its states and moves stand in org.tuguan.core.issuing.ApplicationState.
CREATE TABLE application (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number          text NOT NULL UNIQUE,
  quote           bigint NOT NULL UNIQUE REFERENCES quote,
  account         text NOT NULL REFERENCES account ON UPDATE CASCADE,
  partner         bigint REFERENCES partner,
  agency          text REFERENCES agency ON UPDATE CASCADE,
  applicant_class text NOT NULL,
  purpose         text NOT NULL,
  -- what the applicant relies on: JSON with contract, reciprocity …
  grounds         text NOT NULL DEFAULT '{}',
  state           text NOT NULL,
  -- last day for what is to be done in this state, in Asia/Taipei
  due             date,
  -- as it was quoted, or as an officer set it by hand
  outcome         text NOT NULL CHECK (outcome IN ('CHARGED', 'EXEMPT', 'NOT_APPLICABLE', 'MANUAL_QUOTE')),
  total_twd       numeric(12, 0) CHECK (total_twd >= 0),
  -- rule or article that says why nothing is charged, or by which an officer set the price
  outcome_rule    text NOT NULL DEFAULT '',
  created         timestamptz NOT NULL,
  changed         timestamptz NOT NULL,
  CHECK ((total_twd IS NOT NULL) = (outcome IN ('CHARGED', 'EXEMPT'))),
  -- nothing is silently free
  CHECK (outcome = 'CHARGED' OR outcome_rule <> ''),
  CHECK (outcome <> 'EXEMPT' OR total_twd = 0)
);
CREATE INDEX application_account ON application (account, id);
CREATE INDEX application_partner ON application (partner, id) WHERE partner IS NOT NULL;
CREATE INDEX application_state ON application (state, id);

-- What each layer's owner says.
CREATE TABLE application_layer (
  application bigint NOT NULL REFERENCES application ON DELETE CASCADE,
  layer       text NOT NULL,
  agency      text NOT NULL,
  decision    text NOT NULL DEFAULT 'PENDING' CHECK (decision IN ('PENDING', 'APPROVED', 'REFUSED')),
  reason      text NOT NULL DEFAULT '',
  decided_by  text,
  decided     timestamptz,
  PRIMARY KEY (application, layer)
);
CREATE INDEX application_layer_agency ON application_layer (agency, application);

-- The timeline. Rows are only ever added.
CREATE TABLE application_event (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application  bigint NOT NULL REFERENCES application ON DELETE CASCADE,
  at           timestamptz NOT NULL,
  -- move, layer, price, document
  kind         text NOT NULL,
  -- name of the account, key: and its id, or system
  actor        text NOT NULL,
  party        text NOT NULL,
  from_state   text,
  to_state     text,
  subject      text NOT NULL DEFAULT '',
  reason       text NOT NULL DEFAULT '',
  legal_ground text NOT NULL DEFAULT ''
);
CREATE INDEX application_event_application ON application_event (application, id);

CREATE TABLE application_document (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application bigint NOT NULL REFERENCES application ON DELETE CASCADE,
  kind        text NOT NULL,
  name        text NOT NULL,
  media_type  text NOT NULL,
  size        bigint NOT NULL,
  sha256      text NOT NULL,
  content     bytea NOT NULL,
  uploaded    timestamptz NOT NULL,
  uploaded_by text NOT NULL,
  UNIQUE (application, sha256)
);

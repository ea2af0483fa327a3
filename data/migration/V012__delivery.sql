-- Delivering: the package of an application that is settled, the links to it, and what is known of its files.

CREATE TABLE delivery (
  application       bigint PRIMARY KEY REFERENCES application,
  state             text NOT NULL CHECK (state IN ('WAITING', 'MAKING', 'READY', 'FAILED')),
  -- grows with every try: only the latest may finish
  attempt           integer NOT NULL DEFAULT 0,
  features_done     bigint NOT NULL DEFAULT 0,
  features_expected bigint NOT NULL,
  -- of the last try that failed, for people; empty if none did
  error_zh          text NOT NULL DEFAULT '',
  error_en          text NOT NULL DEFAULT '',
  -- number of the licence, given with the first try and kept
  licence           text UNIQUE,
  licence_from      date,
  -- last day, in Asia/Taipei; null if it does not end
  licence_until     date,
  licensor_zh       text NOT NULL DEFAULT '',
  licensor_en       text NOT NULL DEFAULT '',
  revoked           timestamptz,
  revoked_reason    text NOT NULL DEFAULT '',
  -- name of the ZIP in the folder of deliveries
  file              text,
  bytes             bigint,
  sha256            text,
  made              timestamptz,
  created           timestamptz NOT NULL,
  changed           timestamptz NOT NULL,
  CHECK (state <> 'READY' OR (licence IS NOT NULL AND file IS NOT NULL AND sha256 IS NOT NULL AND made IS NOT NULL))
);
CREATE INDEX delivery_sha256 ON delivery (sha256);

-- What was written of a layer, in one format.
CREATE TABLE delivery_layer (
  application  bigint NOT NULL REFERENCES delivery ON DELETE CASCADE,
  position     integer NOT NULL,
  layer        text NOT NULL,
  format       text NOT NULL,
  crs          text NOT NULL,
  features     bigint NOT NULL,
  -- when data or description had last changed
  data_version timestamptz NOT NULL,
  -- what the format could not hold, Chinese and English in turns
  notes        text[] NOT NULL,
  PRIMARY KEY (application, position)
);

-- The files in a package, by which anybody may know them again.
CREATE TABLE delivery_file (
  application bigint NOT NULL REFERENCES delivery ON DELETE CASCADE,
  path        text NOT NULL,
  bytes       bigint NOT NULL,
  sha256      text NOT NULL,
  PRIMARY KEY (application, path)
);
CREATE INDEX delivery_file_sha256 ON delivery_file (sha256);

-- A link opens without signing in; only the hash of its secret part is kept.
CREATE TABLE delivery_link (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application bigint NOT NULL REFERENCES delivery ON DELETE CASCADE,
  hash        bytea NOT NULL UNIQUE,
  created     timestamptz NOT NULL,
  created_by  text NOT NULL,
  expires     timestamptz NOT NULL,
  -- bytes that may go out over it and bytes that did: parts of a download that was broken off count as what they were
  most        bigint NOT NULL,
  sent        bigint NOT NULL DEFAULT 0,
  revoked     timestamptz
);
CREATE INDEX delivery_link_application ON delivery_link (application, id);

-- What state the layers show, beside the revisions of what they are made from.
CREATE TABLE plugin_coverage.layer_state (
  sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
  inventory_revision bigint NOT NULL,
  census_revision bigint NOT NULL,
  made_at timestamptz NOT NULL,
  -- null unless the last attempt failed
  failed_at timestamptz
);

-- Layers that people asked for: a version of a plan, or what the process service-coverage found. Each is a view over
-- its rows below, called result_ and its number.
CREATE TABLE plugin_coverage.result_layer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer text NOT NULL UNIQUE,
  plan text,
  version integer,
  title text NOT NULL,
  account text NOT NULL,
  made_at timestamptz NOT NULL,
  FOREIGN KEY (plan, version) REFERENCES plugin_coverage.plan (id, version)
);
CREATE TABLE plugin_coverage.result_feature (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  result bigint NOT NULL REFERENCES plugin_coverage.result_layer (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('reached', 'added', 'lost', 'site')),
  -- of sites: their order, and what is built there
  number integer,
  site text,
  technology text NOT NULL,
  radius_m double precision,
  people double precision,
  cost_twd bigint,
  -- of the figure as a whole
  covered double precision,
  total double precision NOT NULL,
  method text NOT NULL,
  census_date date NOT NULL,
  inventory_date date NOT NULL,
  inventory_version text NOT NULL,
  geom geometry(Geometry, 3826) NOT NULL
);
CREATE INDEX ON plugin_coverage.result_feature (result);
CREATE INDEX ON plugin_coverage.result_feature USING gist (geom);

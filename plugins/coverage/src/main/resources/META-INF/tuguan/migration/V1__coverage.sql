-- Stations, people, and plans. Everything with a place is in EPSG:3826.

CREATE TABLE plugin_coverage.access_point (
  id text PRIMARY KEY CHECK (id <> ''),
  name text NOT NULL DEFAULT '',
  operator text NOT NULL DEFAULT '',
  technology text NOT NULL CHECK (technology IN ('wifi', 'wimax', '3g', '4g', '5g')),
  band_mhz double precision CHECK (band_mhz > 0),
  eirp_dbm double precision,
  height_m double precision CHECK (height_m > 0),
  radius_m double precision CHECK (radius_m > 0),
  model text,
  valid_from date,
  valid_until date,
  built boolean NOT NULL DEFAULT true,
  synthetic boolean NOT NULL DEFAULT false,
  geom geometry(Point, 3826) NOT NULL,
  CHECK (valid_until > valid_from)
);
CREATE INDEX ON plugin_coverage.access_point USING gist (geom);

CREATE TABLE plugin_coverage.census (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  date date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('village', 'statistical-area')),
  source text NOT NULL DEFAULT '',
  synthetic boolean NOT NULL DEFAULT false,
  UNIQUE (date, kind)
);

CREATE TABLE plugin_coverage.census_unit (
  census bigint NOT NULL REFERENCES plugin_coverage.census (id) ON DELETE CASCADE,
  code text NOT NULL,
  village_code text NOT NULL,
  village_name text NOT NULL,
  district_code text NOT NULL,
  district_name text NOT NULL,
  people integer NOT NULL CHECK (people >= 0),
  geom geometry(MultiPolygon, 3826) NOT NULL,
  PRIMARY KEY (census, code)
);

-- Counts up with every change, so that every node knows when what it holds in memory is old.
CREATE TABLE plugin_coverage.revision (
  topic text PRIMARY KEY CHECK (topic IN ('inventory', 'census')),
  number bigint NOT NULL DEFAULT 0
);
INSERT INTO plugin_coverage.revision (topic) VALUES ('inventory'), ('census');

-- A version is never changed: what people saw by a link they see again.
CREATE TABLE plugin_coverage.plan (
  id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  title text NOT NULL,
  account text NOT NULL,
  made_at timestamptz NOT NULL,
  request jsonb NOT NULL,
  result jsonb NOT NULL,
  PRIMARY KEY (id, version)
);

-- What the layers show; written anew after a change.
CREATE TABLE plugin_coverage.footprint (
  id integer PRIMARY KEY,
  technology text NOT NULL,
  inventory_date date NOT NULL,
  inventory_version text NOT NULL,
  geom geometry(Polygon, 3826) NOT NULL
);
CREATE TABLE plugin_coverage.times_covered (
  id integer PRIMARY KEY,
  times integer NOT NULL,
  inventory_date date NOT NULL,
  geom geometry(Polygon, 3826) NOT NULL
);
CREATE TABLE plugin_coverage.uncovered (
  id text PRIMARY KEY,
  village text NOT NULL,
  district text NOT NULL,
  people integer NOT NULL,
  covered double precision NOT NULL,
  uncovered_per_ha double precision NOT NULL,
  census_date date NOT NULL,
  inventory_date date NOT NULL,
  geom geometry(MultiPolygon, 3826) NOT NULL
);
CREATE TABLE plugin_coverage.signal (
  id integer PRIMARY KEY,
  least_dbm integer NOT NULL,
  model text NOT NULL,
  inventory_date date NOT NULL,
  geom geometry(Polygon, 3826) NOT NULL
);

-- The catalog: what is published, by whom, and how it is drawn. Imported data live in the schema "layers".
CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;

CREATE SCHEMA IF NOT EXISTS layers;

CREATE TABLE theme (
  id       text PRIMARY KEY,
  position integer NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL
);

CREATE TABLE agency (
  id           text PRIMARY KEY,
  position     integer NOT NULL,
  name_zh      text NOT NULL,
  name_en      text NOT NULL,
  first_level  boolean NOT NULL,
  exists_from  date,
  exists_until date,
  CHECK (exists_from <= exists_until)
);

CREATE TABLE layer (
  name            text PRIMARY KEY,
  position        integer NOT NULL DEFAULT 1000,
  title_zh        text NOT NULL,
  title_en        text NOT NULL,
  summary_zh      text NOT NULL DEFAULT '',
  summary_en      text NOT NULL DEFAULT '',
  keywords        text[] NOT NULL DEFAULT '{}',
  theme           text NOT NULL REFERENCES theme,
  agency          text NOT NULL REFERENCES agency,
  attribution_zh  text NOT NULL DEFAULT '',
  attribution_en  text NOT NULL DEFAULT '',
  licence         text NOT NULL DEFAULT '',
  licence_url     text NOT NULL DEFAULT '',
  data_date       date,
  synthetic       boolean NOT NULL DEFAULT false,
  place_name      text,
  shown_at_start  boolean NOT NULL DEFAULT false,
  -- west, south, east, north in WGS 84 degrees
  extent          double precision[] CHECK (cardinality(extent) = 4),
  updated         timestamptz NOT NULL DEFAULT now(),
  -- Vector data: where they are. All null for a raster.
  schema_name     text,
  table_name      text,
  key_column      text,
  key_is_text     boolean,
  geometry_column text,
  geometry_kind   text CHECK (geometry_kind IN ('POINT', 'LINE', 'POLYGON', 'MIXED')),
  srid            integer,
  -- [{"name": …, "type": …}] in order
  attributes      jsonb,
  -- true if the table was made by an import and goes when the layer goes
  owned           boolean NOT NULL DEFAULT false,
  -- Raster data: hash of the file in the table raster_file. Null for vector data.
  raster_sha256   text,
  CHECK (
    (raster_sha256 IS NULL AND num_nulls(schema_name, table_name, key_column, key_is_text, geometry_column,
                                         geometry_kind, srid, attributes) = 0)
    OR (raster_sha256 IS NOT NULL AND num_nonnulls(schema_name, table_name, key_column, key_is_text, geometry_column,
                                                   geometry_kind, srid, attributes) = 0))
);

CREATE TABLE style (
  layer    text NOT NULL REFERENCES layer ON UPDATE CASCADE ON DELETE CASCADE,
  name     text NOT NULL,
  -- the smallest is the layer's default
  position integer NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  sld      text NOT NULL,
  PRIMARY KEY (layer, name)
);

CREATE TABLE raster_file (
  sha256 text PRIMARY KEY,
  tiff   bytea NOT NULL
);

-- Grows with every change of the catalog; every node listens on the channel and reads the catalog anew.
CREATE TABLE catalog_version (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version  bigint NOT NULL
);
INSERT INTO catalog_version (version) VALUES (1);

CREATE FUNCTION catalog_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tuguan.catalog_version SET version = version + 1;
  NOTIFY tuguan_catalog;
  RETURN NULL;
END $$;

CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON theme
  FOR EACH STATEMENT EXECUTE FUNCTION catalog_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON agency
  FOR EACH STATEMENT EXECUTE FUNCTION catalog_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON layer
  FOR EACH STATEMENT EXECUTE FUNCTION catalog_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON style
  FOR EACH STATEMENT EXECUTE FUNCTION catalog_changed();

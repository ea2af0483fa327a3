-- Who may do what with which layer. What is not granted is denied, save to administrators and to the data owners of the
-- layer's own agency.
CREATE TABLE layer_grant (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer        text NOT NULL REFERENCES layer ON UPDATE CASCADE ON DELETE CASCADE,
  grantee_kind text NOT NULL CHECK (grantee_kind IN ('EVERYONE', 'CITY', 'AGENCY', 'PARTNER', 'ROLE', 'USER')),
  -- id of the agency or partner, name of the role or account
  grantee      text,
  rights       text[] NOT NULL,
  -- null for everywhere
  area         geometry(MultiPolygon, 4326) CHECK (NOT ST_IsEmpty(area)),
  -- both days included, in Asia/Taipei
  valid_from   date,
  valid_until  date,
  -- the sharing agreement that gives the right and takes it away again
  agreement    bigint,
  given        timestamptz NOT NULL DEFAULT now(),
  CHECK ((grantee IS NULL) = (grantee_kind IN ('EVERYONE', 'CITY'))),
  CHECK (rights <@ ARRAY['VIEW', 'QUERY', 'DOWNLOAD', 'MANAGE'] AND rights @> ARRAY['VIEW']),
  CHECK (NOT rights @> ARRAY['MANAGE'] OR (area IS NULL AND grantee_kind IN ('AGENCY', 'ROLE', 'USER'))),
  CHECK (valid_from <= valid_until)
);
CREATE INDEX layer_grant_layer ON layer_grant (layer);
CREATE INDEX layer_grant_agreement ON layer_grant (agreement);

-- Advertised to those who may not see it, with how to get it.
ALTER TABLE layer
  ADD offered  boolean NOT NULL DEFAULT false,
  ADD offer_zh text NOT NULL DEFAULT '',
  ADD offer_en text NOT NULL DEFAULT '';

CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON layer_grant
  FOR EACH STATEMENT EXECUTE FUNCTION catalog_changed();

-- What is published is open to everybody; whoever publishes it otherwise takes this back in the same transaction.
CREATE FUNCTION open_layer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tuguan.layer_grant (layer, grantee_kind, rights)
  VALUES (NEW.name, 'EVERYONE', ARRAY['VIEW', 'QUERY', 'DOWNLOAD']);
  RETURN NULL;
END $$;
CREATE TRIGGER opened AFTER INSERT ON layer FOR EACH ROW EXECUTE FUNCTION open_layer();

INSERT INTO layer_grant (layer, grantee_kind, rights)
SELECT name, 'EVERYONE', ARRAY['VIEW', 'QUERY', 'DOWNLOAD'] FROM layer;

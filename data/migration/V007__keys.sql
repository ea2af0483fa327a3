-- Keys for desktop software and programs. Of the secret only the hash is here (docs/adr/0018).
CREATE TABLE access_key (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash        bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
  -- how the secret begins, for its holder to tell keys apart
  hint        text NOT NULL,
  name        text NOT NULL CHECK (name <> ''),
  -- whose it is: one of the three
  user_name   text REFERENCES account ON UPDATE CASCADE ON DELETE CASCADE,
  agency      text REFERENCES agency ON UPDATE CASCADE,
  partner     bigint REFERENCES partner,
  -- empty for all
  layers      text[] NOT NULL DEFAULT '{}',
  rights      text[] NOT NULL CHECK (rights <@ ARRAY['VIEW', 'QUERY', 'DOWNLOAD'] AND 'VIEW' = ANY (rights)),
  -- null for everywhere
  area        public.geometry(MultiPolygon, 4326),
  area_name   text,
  valid_from  date,
  valid_until date,
  -- CIDR; empty for anywhere
  addresses   text[] NOT NULL DEFAULT '{}',
  per_minute  integer NOT NULL CHECK (per_minute > 0),
  per_month   bigint CHECK (per_month > 0),
  created_at  timestamptz NOT NULL,
  created_by  text NOT NULL,
  revoked_at  timestamptz,
  revoked_by  text,
  -- a few seconds late
  last_used   timestamptz,
  CHECK (num_nonnulls(user_name, agency, partner) = 1),
  CHECK (valid_from <= valid_until),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX access_key_user ON access_key (user_name);
CREATE INDEX access_key_agency ON access_key (agency);
CREATE INDEX access_key_partner ON access_key (partner);

-- What each key has been used for in each month, for its quota; nodes add to it every few seconds.
CREATE TABLE key_month (
  key      bigint NOT NULL REFERENCES access_key ON DELETE CASCADE,
  month    date NOT NULL CHECK (extract(day FROM month) = 1),
  requests bigint NOT NULL,
  PRIMARY KEY (key, month)
);

-- Every node forgets a key that has changed, by whatever means.
CREATE FUNCTION tell_of_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tuguan_keys', OLD.id::text);
  RETURN NULL;
END $$;

CREATE TRIGGER access_key_changed
  AFTER UPDATE OF hash, user_name, agency, partner, layers, rights, area, valid_from, valid_until, addresses, per_minute,
    per_month, revoked_at OR DELETE ON access_key
  FOR EACH ROW EXECUTE FUNCTION tell_of_key();

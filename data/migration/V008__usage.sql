-- The ledger of use. What stands here is evidence: rows are added, and go as a whole month when their time is over.

-- Names this database in the journals that servers keep on disk, so that none is delivered to another database.
CREATE TABLE usage_ledger (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id       uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO usage_ledger DEFAULT VALUES;

-- One layer used by one request, or by several for tiles alike within a moment. Ids without references: evidence outlives agencies, keys and layers.
CREATE TABLE usage_record (
  at        timestamptz NOT NULL,
  -- the same for all records of one request
  request   uuid NOT NULL,
  agency    text,
  partner   bigint,
  -- name of the account; dropped after some months
  account   text,
  key       bigint,
  layer     text NOT NULL,
  service   text NOT NULL,
  operation text NOT NULL,
  format    text NOT NULL,
  -- requests; more than one only for tiles
  uses      bigint NOT NULL,
  -- pictures, tiles or features
  count     bigint NOT NULL,
  bytes     bigint NOT NULL,
  micros    bigint NOT NULL,
  outcome   text NOT NULL,
  class     text NOT NULL,
  -- version of the rules that the class was found by
  rules     integer NOT NULL,
  -- box in WGS 84 degrees
  west      double precision,
  south     double precision,
  east      double precision,
  north     double precision
) PARTITION BY RANGE (at);
CREATE INDEX usage_record_at ON usage_record USING brin (at);
CREATE INDEX usage_record_account ON usage_record (account, at) WHERE account IS NOT NULL;

-- Sums of usage_record by day in Taipei, kept for ever: written in the transaction that writes the records.
CREATE TABLE usage_day (
  day       date NOT NULL,
  agency    text,
  partner   bigint,
  key       bigint,
  layer     text NOT NULL,
  service   text NOT NULL,
  operation text NOT NULL,
  class     text NOT NULL,
  uses      bigint NOT NULL,
  count     bigint NOT NULL,
  bytes     bigint NOT NULL,
  UNIQUE NULLS NOT DISTINCT (day, layer, class, service, operation, agency, partner, key)
);

-- How far each run of each server has come with what it has to tell.
CREATE TABLE usage_run (
  run       uuid PRIMARY KEY,
  node      text NOT NULL,
  delivered bigint NOT NULL,
  at        timestamptz NOT NULL
);

-- Times for which the ledger is not complete.
CREATE TABLE usage_gap (
  run     uuid NOT NULL REFERENCES usage_run,
  since   timestamptz NOT NULL,
  until   timestamptz NOT NULL,
  -- null if nobody knows
  records bigint,
  cause   text NOT NULL,
  CHECK (since <= until)
);
CREATE INDEX usage_gap_since ON usage_gap (since);

-- The month in Taipei that a moment lies in.
CREATE FUNCTION usage_month(at timestamptz) RETURNS date
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN date_trunc('month', at AT TIME ZONE 'Asia/Taipei')::date;

CREATE FUNCTION usage_partition_name(month date) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN 'usage_record_' || to_char(month, 'YYYY_MM');

-- Makes room for the records of a month where there is none.
CREATE FUNCTION usage_partition(month date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF to_regclass('tuguan.' || tuguan.usage_partition_name(month)) IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtext('tuguan.usage_partition'));
    EXECUTE format(
      'CREATE TABLE IF NOT EXISTS tuguan.%I PARTITION OF tuguan.usage_record FOR VALUES FROM (%L) TO (%L)',
      tuguan.usage_partition_name(month),
      month::timestamp AT TIME ZONE 'Asia/Taipei',
      (month + interval '1 month')::timestamp AT TIME ZONE 'Asia/Taipei');
  END IF;
END $$;

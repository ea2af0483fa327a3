-- Who changes rows of a published table, by whatever means, leaves a line here; every node reads the lines that it has
-- not seen and brings its memory up to date. A line is written in the transaction of the change, so that both are seen
-- together or not at all.
CREATE TABLE change_log (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at              timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Ids are given before a transaction ends: what is new is found by transaction, never by id.
  transaction     xid8 NOT NULL DEFAULT pg_current_xact_id(),
  schema_name     text NOT NULL,
  table_name      text NOT NULL,
  key_column      text NOT NULL,
  geometry_column text NOT NULL,
  -- null if nobody knows
  row_count       bigint,
  -- of rows new, changed and gone; null if there are more than a thousand, or nobody knows
  keys            text[],
  -- west, south, east, north of each box around what was and what is, in the table's system; null for everywhere
  boxes           double precision[] CHECK (cardinality(boxes) % 4 = 0)
);
CREATE INDEX change_log_transaction ON change_log (transaction);
CREATE INDEX change_log_at ON change_log (at);

-- Runs with the rights of this schema's owner, since those who change a table need not know of us. Whatever goes wrong
-- in looking at the rows must not hinder the change itself: then all that is known is that something changed.
CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  old_side constant text := format('SELECT true AS old, %I::text AS k, %I::geometry AS g FROM tuguan_old', TG_ARGV[0], TG_ARGV[1]);
  new_side constant text := format('SELECT false AS old, %I::text AS k, %I::geometry AS g FROM tuguan_new', TG_ARGV[0], TG_ARGV[1]);
  changed text;
  row_count bigint;
  keys text[];
  boxes double precision[];
BEGIN
  BEGIN
    IF TG_OP <> 'TRUNCATE' THEN
      IF TG_OP = 'DELETE' THEN
        SELECT count(*) INTO row_count FROM tuguan_old;
      ELSE
        SELECT count(*) INTO row_count FROM tuguan_new;
      END IF;
      IF row_count = 0 THEN
        RETURN NULL;
      END IF;
      changed := CASE TG_OP WHEN 'INSERT' THEN new_side WHEN 'DELETE' THEN old_side
        ELSE old_side || ' UNION ALL ' || new_side END;
      IF row_count <= 1000 THEN
        EXECUTE format('SELECT array_agg(DISTINCT k) FROM (%s) AS changed', changed) INTO keys;
      END IF;
      -- Up to 64 rows a box for each of them before and after, else one for all before and one for all after.
      EXECUTE format($sql$
        SELECT coalesce(array_agg(value ORDER BY box, place), '{}')
        FROM (
          SELECT row_number() OVER () AS box,
                 ARRAY[min(ST_XMin(g)), min(ST_YMin(g)), max(ST_XMax(g)), max(ST_YMax(g))] AS sides
          FROM (%s) AS changed
          WHERE NOT ST_IsEmpty(g)
          GROUP BY old, CASE WHEN $1 THEN k END) AS boxes,
        unnest(sides) WITH ORDINALITY AS side (value, place)
        $sql$, changed) INTO boxes USING row_count <= 64;
    END IF;
  EXCEPTION WHEN OTHERS THEN
    row_count := NULL;
    keys := NULL;
    boxes := NULL;
  END;
  INSERT INTO tuguan.change_log (schema_name, table_name, key_column, geometry_column, row_count, keys, boxes)
  VALUES (TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[1], row_count, keys, boxes);
  NOTIFY tuguan_changes;
  RETURN NULL;
END $$;

-- It sees PostGIS, wherever that is, and nothing that others might have put in its way.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION log_change() SET search_path = pg_catalog, %I, pg_temp',
    (SELECT nspname FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'postgis'));
END $$;

-- Has the changes of a table written down from now on. False if that cannot be: it is no table (a view, a foreign
-- table), it takes part in another one, or this role may not make triggers on it. A table that is followed already is
-- left alone; one that is made anew must be followed anew.
CREATE FUNCTION track(schema_name text, table_name text, key_column text, geometry_column text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  target constant regclass := to_regclass(format('%I.%I', schema_name, table_name));
  prefix constant text := 'tuguan_' || left(md5(key_column || '/' || geometry_column), 8);
  event record;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_class WHERE oid = target AND relkind IN ('r', 'p') AND NOT relispartition)
    OR EXISTS (SELECT FROM pg_inherits WHERE inhrelid = target)
    OR NOT has_table_privilege(target, 'TRIGGER') THEN
    RETURN false;
  END IF;
  IF (SELECT count(*) FROM pg_trigger
      WHERE tgrelid = target AND starts_with(tgname, prefix) AND tgfoid = 'tuguan.log_change'::regproc
        AND tgenabled <> 'D') = 4 THEN
    RETURN true;
  END IF;
  FOR event IN
    SELECT * FROM (VALUES
      ('INSERT', 'REFERENCING NEW TABLE AS tuguan_new'),
      ('UPDATE', 'REFERENCING OLD TABLE AS tuguan_old NEW TABLE AS tuguan_new'),
      ('DELETE', 'REFERENCING OLD TABLE AS tuguan_old'),
      ('TRUNCATE', '')) AS events (operation, rows)
  LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I AFTER %s ON %s %s FOR EACH STATEMENT EXECUTE FUNCTION tuguan.log_change(%L, %L)',
      prefix || '_' || lower(event.operation), event.operation, target, event.rows, key_column, geometry_column);
  END LOOP;
  RETURN true;
END $$;

-- Leaves alone from now on what is no longer published.
CREATE FUNCTION untrack_unpublished() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  leftover record;
BEGIN
  FOR leftover IN
    SELECT t.tgname, t.tgrelid::regclass AS target
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgfoid = 'tuguan.log_change'::regproc AND NOT t.tgisinternal AND t.tgparentid = 0
      AND pg_has_role(c.relowner, 'USAGE')
      AND NOT EXISTS (
        SELECT FROM tuguan.layer l
        WHERE l.schema_name = (SELECT nspname FROM pg_namespace WHERE oid = c.relnamespace) AND l.table_name = c.relname
          AND starts_with(t.tgname, 'tuguan_' || left(md5(l.key_column || '/' || l.geometry_column), 8)))
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', leftover.tgname, leftover.target);
  END LOOP;
END $$;
